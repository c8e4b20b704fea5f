package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;

import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class SegmentsAndJourneysTest {

    private final TestAccount account = Sandbox.account();

    @Test
    void readsSmartSegments() {
        String segment = segment("Romans", "MailingCity", "Rome");

        assertThat(segment).matches("contactlist_sseg\\d+");
        assertThat(account.get("/smart_segments").body())
                .isEqualTo("{\"segments\":[{\"segment_id\":\"" + segment + "\",\"title\":\"Romans\"}]}");
    }

    @Test
    void letsContactsEnterAndLeaveASegmentAsTheyChange() {
        account.upsert("{\"Email\":\"before@example.com\",\"MailingCity\":\"Rome\"}");
        String segment = segment("Romans", "MailingCity", "Rome");
        account.upsert("{\"Email\":\"after@example.com\",\"MailingCity\":\"Rome\"}");
        account.upsert("{\"Email\":\"never@example.com\",\"MailingCity\":\"Milan\"}");
        assertThat(members(segment)).containsExactlyInAnyOrder("before@example.com", "after@example.com");

        account.upsert("{\"Email\":\"before@example.com\",\"MailingCity\":\"Milan\"}");
        assertThat(members(segment)).containsExactly("after@example.com");

        account.delete("/contact/after@example.com");
        assertThat(account.get("/smart_segments/" + segment + "/contacts").body())
                .isEqualTo("{\"contacts\":[],\"total_contacts\":0}");
    }

    @Test
    void sortsByCustomFieldsToo() {
        String segment = segment("VIPs", "boolean--VIP", "true");
        account.upsert("{\"Email\":\"ana@example.com\",\"custom\":{\"boolean--VIP\":true}}");

        assertThat(members(segment)).containsExactly("ana@example.com");
    }

    @Test
    void knowsNoOtherSegment() {
        assertThat(account.get("/smart_segments/contactlist_sseg1/contacts").status())
                .isEqualTo(404);
    }

    @Test
    void answersTheAccount() {
        Response response = account.get("/account");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().fieldNames()).toIterable().contains("fullName", "email");
    }

    @Test
    void addsAContactToAJourney() {
        String trigger =
                account.get("/triggers").json().at("/triggers/0/trigger_id").asText();
        assertThat(account.get("/triggers")
                        .json()
                        .at("/triggers/0/trigger_type")
                        .asText())
                .isEqualTo("apiTrigger");
        account.contact("ana@example.com");

        Response response = account.post("/trigger/" + trigger + "/contact/ana@example.com", "{\"property\":{}}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text("trigger_id")).isEqualTo(trigger);
        assertThat(response.text("contact_id_or_email")).isEqualTo("ana@example.com");
        assertThat(account.post("/trigger/9999/contact/ana@example.com", null).status())
                .isEqualTo(404);
        assertThat(account.post("/trigger/" + trigger + "/contact/no@example.com", null)
                        .status())
                .isEqualTo(404);
    }

    private String segment(String title, String field, String value) {
        return account.control(
                        "POST",
                        "/segments",
                        "{\"title\":\"" + title + "\",\"field\":\"" + field + "\",\"value\":\"" + value + "\"}")
                .text("segment_id");
    }

    private List<String> members(String segment) {
        return account.get("/smart_segments/" + segment + "/contacts")
                .json()
                .path("contacts")
                .findValuesAsText("Email");
    }
}
