package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class BulkUpsertTest {

    private final TestAccount account = Sandbox.account();

    @Test
    void answersIdsInOrderAndByEmail() {
        Response response = account.post("/contacts", emails("one@example.com", "two@example.com"));

        String one = account.read("one@example.com").path("contact_id").asText();
        String two = account.read("two@example.com").path("contact_id").asText();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"contact_ids\":[\"" + one + "\",\"" + two
                        + "\"],\"email_contact_map\":{\"one@example.com\":\"" + one + "\",\"two@example.com\":\"" + two
                        + "\"},\"_removeResultKeys\":[\"proposedContacts\"]}");
    }

    @Test
    void takesAHundredContactsAndNotOneMore() {
        assertThat(account.post("/contacts", batch(100)).json().path("contact_ids"))
                .hasSize(100);

        Response refused = account.post("/contacts", batch(101));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error")).isEqualTo("Bad Request");
        assertThat(total(account)).isEqualTo(100);
    }

    @Test
    void takesNoContactsAtAll() {
        assertThat(account.post("/contacts", "{\"contacts\":[]}").json().path("contact_ids"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Email\":\"bad\"}",
                "{\"Email\":{}}",
                "{\"Email\":7}",
                "\"bad\"",
                "null",
                "{\"Email\":\"c@example.com\",\"custom\":{\"integer--Age\":\"old\"}}"
            })
    void leavesABadContactOutWithoutAWord(String bad) {
        Response response = account.post(
                "/contacts",
                "{\"contacts\":[{\"Email\":\"a@example.com\"}," + bad + ",{\"Email\":\"b@example.com\"}]}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("contact_ids")).hasSize(2);
        assertThat(response.json().path("email_contact_map").fieldNames())
                .toIterable()
                .containsExactly("a@example.com", "b@example.com");
        assertThat(total(account)).isEqualTo(2);
    }

    @Test
    void refusesTheBatchForABadContactInAnAccountWithThatQuirk() {
        TestAccount other = Sandbox.accountWith("badEmailRefusesBatch");

        Response response = other.post("/contacts", emails("a@example.com", "bad"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"error\":\"Bad Request\",\"message\":\"Invalid Email provided.\"}");
        assertThat(total(other)).isZero();
    }

    @Test
    void refusesABadContactThatComesAlone() {
        Response response = account.post("/contact", "{\"contact\":{\"Email\":\"bad\"}}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text("message")).isEqualTo("Invalid Email provided.");
    }

    @Test
    void mergesTheSameEmailTwiceInOneBatch() {
        JsonNode response = account.post(
                        "/contacts",
                        "{\"contacts\":[{\"Email\":\"a@example.com\",\"Company\":\"One\"},{\"Email\":\"A@example.com\",\"Company\":\"Two\"}]}")
                .json();

        assertThat(response.path("contact_ids").get(0))
                .isEqualTo(response.path("contact_ids").get(1));
        assertThat(response.path("email_contact_map")).hasSize(1);
        assertThat(account.read("a@example.com").path("Company").asText()).isEqualTo("Two");
    }

    @Test
    void writesEmailsOfTheMapInLowerCase() {
        assertThat(emailsOfTheMap(account)).containsExactly("ana@example.com");
        assertThat(emailsOfTheMap(Sandbox.accountWith("emailMapAsSent"))).containsExactly("Ana@Example.com");
    }

    @Test
    void answersContactsWithoutEmailByTheirIdsOnly() {
        JsonNode response = account.post("/contacts", "{\"contacts\":[{\"FirstName\":\"Ana\"}]}")
                .json();

        assertThat(response.path("contact_ids")).hasSize(1);
        assertThat(response.path("email_contact_map")).isEmpty();
    }

    @Test
    void ignoresTheListOfAContactWithoutAWord() {
        assertThat(onTheList("a", 1)).isEmpty();
        assertThat(total(account)).isEqualTo(2);
    }

    @Test
    void putsEachContactOnItsListWhereItTakesThat() {
        account.quirk("listInBulk");
        assertThat(onTheList("a", 1)).containsExactly("a0@example.com");
    }

    @Test
    void takesTheListForAboutHalfWhereThatIsItsQuirk() {
        account.quirk("listInBulkSometimes");
        List<String> first = onTheList("a", 99);
        assertThat(first).hasSizeBetween(30, 70);
        assertThat(onTheList("a", 99)).as("always the same").hasSameElementsAs(first);
    }

    /** So many for a new list, and one for none. */
    private List<String> onTheList(String name, int contacts) {
        String list = account.list("VIPs " + account.counters().path("requests").asInt());
        String sent = IntStream.range(0, contacts)
                .mapToObj(i -> "{\"Email\":\"%s%d@example.com\",\"_autopilot_list\":\"%s\"},".formatted(name, i, list))
                .collect(Collectors.joining());
        account.post("/contacts", "{\"contacts\":[" + sent + "{\"Email\":\"b@example.com\"}]}");
        return account.get("/list/" + list + "/contacts")
                .json()
                .path("contacts")
                .findValuesAsText("Email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "\"{\\\"contacts\\\":[]}\"",
                "{\"contact\":[{}]}",
                "{\"contacts\":{}}",
                "{\"contacts\":[]} trailing",
                "\0\0\0{",
                "\0\u007f\0\0"
            })
    void refusesABodyThatIsNotABatch(String body) {
        Response response = account.post("/contacts", body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text("error")).isEqualTo("Bad Request");
        assertThat(response.text("message")).isNotBlank();
    }

    private static String emails(String... emails) {
        return Stream.of(emails)
                .map(email -> "{\"Email\":\"" + email + "\"}")
                .collect(Collectors.joining(",", "{\"contacts\":[", "]}"));
    }

    private static String batch(int size) {
        return emails(
                IntStream.range(0, size).mapToObj(i -> "c" + i + "@example.com").toArray(String[]::new));
    }

    private static Iterable<String> emailsOfTheMap(TestAccount account) {
        JsonNode response = account.post("/contacts", emails("Ana@Example.com")).json();
        return () -> response.path("email_contact_map").fieldNames();
    }

    private static int total(TestAccount account) {
        return account.get("/contacts").json().path("total_contacts").asInt();
    }
}
