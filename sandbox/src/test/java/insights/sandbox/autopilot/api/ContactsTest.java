package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ContactsTest {

    private static final String ISO = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final TestAccount account = Sandbox.account();

    @Test
    void answersAnUpsertWithTheIdAlone() {
        Response response = account.post("/contact", "{\"contact\":{\"Email\":\"ana@example.com\"}}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).matches("\\{\"contact_id\":\"person_[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\"}");
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.header("Last-Modified")).endsWith(" GMT");
    }

    @Test
    void readsBackInAutopilotsShape() {
        String id = account.upsert("""
                {"Email":"Ana@example.com","FirstName":"Ana","MailingCity":"","_autopilot_session_id":"x",
                 "custom":{"string--Test--Field":"This is a test","integer--NPS--Rating":10,"age":23}}""");

        JsonNode contact = account.read(id);

        assertThat(contact.path("created_at").asText()).matches(ISO);
        assertThat(contact.toString())
                .isEqualTo("{\"Email\":\"Ana@example.com\",\"FirstName\":\"Ana\",\"MailingCity\":\"\",\"created_at\":"
                        + contact.path("created_at")
                        + ",\"api_originated\":true,\"custom_fields\":["
                        + "{\"kind\":\"Test Field\",\"value\":\"This is a test\",\"fieldType\":\"string\",\"deleted\":false},"
                        + "{\"kind\":\"NPS Rating\",\"value\":10,\"fieldType\":\"integer\",\"deleted\":false}],"
                        + "\"contact_id\":\"" + id + "\"}");
    }

    @Test
    void knowsAContactByItsEmailWhateverTheCase() {
        String id = account.contact("Ana@Example.com");

        assertThat(account.contact("aNA@eXAMPLE.COM")).isEqualTo(id);
        assertThat(account.read("ANA@example.com").path("Email").asText()).isEqualTo("Ana@Example.com");
        assertThat(account.get("/contacts").json().path("total_contacts").asInt())
                .isOne();
    }

    @Test
    void keepsNamesOverwritesOtherFieldsAndLeavesAbsentOnesAlone() {
        account.upsert("{\"Email\":\"ana@example.com\",\"FirstName\":\"Ana\",\"Company\":\"One\",\"Title\":\"CEO\","
                + "\"custom\":{\"string--Plan\":\"free\",\"integer--Age\":30}}");
        account.upsert(
                "{\"Email\":\"ana@example.com\",\"FirstName\":\"Anna\",\"LastName\":\"Rossi\",\"Company\":\"Two\","
                        + "\"custom\":{\"string--Plan\":\"pro\"}}");

        JsonNode contact = account.read("ana@example.com");

        assertThat(contact.path("FirstName").asText()).isEqualTo("Ana");
        assertThat(contact.path("LastName").asText()).isEqualTo("Rossi");
        assertThat(contact.path("Company").asText()).isEqualTo("Two");
        assertThat(contact.path("Title").asText()).isEqualTo("CEO");
        assertThat(contact.path("custom_fields").findValuesAsText("value")).containsExactly("pro", "30");
        assertThat(contact.path("updated_at").asText()).matches(ISO);
    }

    @Test
    void clearsAFieldThatIsSentAsNull() {
        account.upsert("{\"Email\":\"ana@example.com\",\"Company\":\"One\",\"custom\":{\"string--Plan\":\"free\"}}");
        account.upsert("{\"Email\":\"ana@example.com\",\"Company\":null,\"custom\":{\"string--Plan\":null}}");

        assertThat(account.read("ana@example.com").has("Company")).isFalse();
        assertThat(account.read("ana@example.com").has("custom_fields")).isFalse();
    }

    @Test
    void overwritesNamesOfAnAccountWithThatQuirk() {
        TestAccount other = Sandbox.accountWith("namesOverwritten");
        other.upsert("{\"Email\":\"ana@example.com\",\"FirstName\":\"Ana\"}");
        other.upsert("{\"Email\":\"ana@example.com\",\"FirstName\":\"Anna\"}");

        assertThat(other.read("ana@example.com").path("FirstName").asText()).isEqualTo("Anna");
    }

    @Test
    void putsAContactOnAListInTheSameUpsert() {
        String list = account.list("VIPs");
        String id = account.upsert("{\"Email\":\"ana@example.com\",\"_autopilot_list\":\"" + list + "\"}");

        assertThat(account.get("/list/" + list + "/contact/" + id).status()).isEqualTo(200);
        assertThat(account.read(id).path("lists").get(0).asText()).isEqualTo(list);
    }

    @Test
    void savesAContactWhoseListThereIsNot() {
        String id = account.upsert("{\"Email\":\"ana@example.com\",\"_autopilot_list\":\"contactlist_none\"}");

        assertThat(account.read(id).has("lists")).isFalse();
    }

    @Test
    void makesANewContactEachTimeThereIsNoEmail() {
        String first = account.upsert("{\"FirstName\":\"Ana\"}");
        String second = account.upsert("{\"FirstName\":\"Ana\",\"Email\":\"  \"}");

        assertThat(second).isNotEqualTo(first);
        assertThat(account.read(first).has("Email")).isFalse();
        assertThat(account.delete("/contact/" + first).status()).isEqualTo(204);
    }

    @Test
    void changesAnEmail() {
        String id = account.contact("old@example.com");
        account.upsert("{\"Email\":\"old@example.com\",\"_NewEmail\":\"new@example.com\"}");

        assertThat(account.get("/contact/old@example.com").status()).isEqualTo(404);
        assertThat(account.read("new@example.com").path("contact_id").asText()).isEqualTo(id);
    }

    @Test
    void doesNotChangeAnEmailToThatOfAnotherContact() {
        account.contact("one@example.com");
        account.contact("two@example.com");

        Response response = account.post(
                "/contact", "{\"contact\":{\"Email\":\"one@example.com\",\"_NewEmail\":\"TWO@example.com\"}}");

        assertThat(response.status()).isEqualTo(409);
        assertThat(account.get("/contacts").json().path("total_contacts").asInt())
                .isEqualTo(2);
    }

    @Test
    void unsubscribesForGood() {
        account.contact("ana@example.com");
        assertThat(account.read("ana@example.com").has("unsubscribed")).isFalse();

        Response response = account.post("/contact/ana@example.com/unsubscribe", null);
        account.contact("ana@example.com");
        account.upsert("{\"Email\":\"ana@example.com\",\"unsubscribed\":false}");
        account.upsert("{\"Email\":\"ana@example.com\",\"unsubscribed\":null}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{}");
        assertThat(account.read("ana@example.com").path("unsubscribed").asBoolean())
                .isTrue();
    }

    @Test
    void resubscribesByUpsertInAnAccountWithThatQuirk() {
        TestAccount other = Sandbox.accountWith("resubscribeByUpsert");
        other.upsert("{\"Email\":\"ana@example.com\",\"unsubscribed\":true}");
        other.contact("ana@example.com");
        assertThat(other.read("ana@example.com").path("unsubscribed").asBoolean())
                .isTrue();

        other.upsert("{\"Email\":\"ana@example.com\",\"unsubscribed\":false}");

        assertThat(other.read("ana@example.com").path("unsubscribed").asBoolean(true))
                .isFalse();
    }

    @Test
    void deletesAContactAndTakesItOffItsLists() {
        String list = account.list("VIPs");
        String id = account.contact("ana@example.com");
        account.post("/list/" + list + "/contact/" + id, null);

        Response response = account.delete("/contact/ana@example.com");

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(account.get("/contact/" + id).status()).isEqualTo(404);
        assertThat(account.get("/list/" + list + "/contacts").body())
                .isEqualTo("{\"contacts\":[],\"total_contacts\":0}");
        assertThat(account.contact("ana@example.com")).isNotEqualTo(id);
    }

    @Test
    void answersADeletionWith200InAnAccountWithThatQuirk() {
        TestAccount other = Sandbox.accountWith("deleteAnswers200");
        other.contact("ana@example.com");

        Response response = other.delete("/contact/ana@example.com");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.com", "person_00000000-0000-4000-8000-000000000000", "person_x", "%F0%9F"})
    void saysThatAContactCouldNotBeFound(String contact) {
        for (Response response : new Response[] {
            account.get("/contact/" + contact),
            account.delete("/contact/" + contact),
            account.post("/contact/" + contact + "/unsubscribe", null)
        }) {
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.body())
                    .isEqualTo("{\"error\":\"Not Found\",\"message\":\"Contact could not be found.\"}");
        }
    }

    @Test
    void listsCustomFieldsAsABareArrayOnceTheyAreUsed() {
        assertThat(account.get("/contacts/custom_fields").body()).isEqualTo("[]");

        account.upsert("{\"Email\":\"a@example.com\",\"custom\":{\"string--Plan\":\"pro\",\"integer--Age\":1}}");
        account.upsert("{\"Email\":\"b@example.com\",\"custom\":{\"string--Plan\":\"free\"}}");

        assertThat(account.get("/contacts/custom_fields").body())
                .isEqualTo(
                        "[{\"name\":\"Plan\",\"fieldType\":\"string\"},{\"name\":\"Age\",\"fieldType\":\"integer\"}]");
    }

    @Test
    void answersTimestampsAsEpochMillisecondsInAnAccountWithThatQuirk() {
        TestAccount other = Sandbox.accountWith("epochTimestamps");
        other.contact("ana@example.com");
        other.contact("ana@example.com");

        assertThat(other.read("ana@example.com").path("created_at").isIntegralNumber())
                .isTrue();
        assertThat(other.read("ana@example.com").path("updated_at").isIntegralNumber())
                .isTrue();
    }

    @Test
    void ignoresWhatOnlyAutopilotSays() {
        account.upsert(
                "{\"Email\":\"ana@example.com\",\"contact_id\":\"person_x\",\"lists\":[\"x\"],\"created_at\":\"x\","
                        + "\"updated_at\":\"x\",\"api_originated\":false,\"custom_fields\":[{\"kind\":\"x\"}],\"Odd\":{\"x\":\"x\"}}");

        JsonNode contact = account.read("ana@example.com");

        assertThat(contact.fieldNames())
                .toIterable()
                .containsExactly("Email", "created_at", "api_originated", "contact_id");
        assertThat(contact.toString()).doesNotContain("\"x\"").doesNotContain("person_x");
    }
}
