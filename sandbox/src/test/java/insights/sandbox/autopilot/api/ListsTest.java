package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;

import insights.sandbox.testing.Response;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ListsTest {

    private final TestAccount account = Sandbox.account();

    @Test
    void createsByNameAndListsByTitle() {
        Response created = account.post("/list", "{\"name\":\"VIPs\"}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.body()).matches("\\{\"list_id\":\"contactlist_[0-9A-F-]{36}\",\"name\":\"VIPs\"}");
        assertThat(account.get("/lists").body())
                .isEqualTo("{\"lists\":[{\"list_id\":\"" + created.text("list_id") + "\",\"title\":\"VIPs\"}]}");
    }

    @Test
    void hasNoListsAtFirst() {
        assertThat(account.get("/lists").body()).isEqualTo("{\"lists\":[]}");
    }

    @Test
    void refusesASecondListOfTheSameName() {
        account.list("VIPs");

        Response second = account.post("/list", "{\"name\":\"VIPs\"}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body())
                .isEqualTo("{\"error\":\"Conflict\",\"message\":\"A list with this name already exists.\"}");
        assertThat(account.post("/list", "{\"name\":\"vips\"}").status()).isEqualTo(200);
    }

    @Test
    void makesASecondListOfTheSameNameInAnAccountWithThatQuirk() {
        TestAccount other = Sandbox.accountWith("sameListNameAllowed");

        assertThat(other.list("VIPs")).isNotEqualTo(other.list("VIPs"));
        assertThat(other.get("/lists").json().path("lists")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":{}}", "not json"})
    void refusesAListWithoutAName(String body) {
        assertThat(account.post("/list", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addsChecksAndRemovesByIdAndByEmail(boolean byEmail) {
        String list = account.list("VIPs");
        String id = account.contact("ana+1@example.com");
        String path = "/list/" + list + "/contact/" + (byEmail ? "ana+1@example.com" : id);

        assertAnswer(account.get(path), 404, "{}");
        assertAnswer(account.delete(path), 200, "{\"not_modified\":true}");
        assertAnswer(account.post(path, null), 200, "{}");
        assertAnswer(account.post(path, null), 200, "{\"not_modified\":true}");
        assertAnswer(account.get(path), 200, "{}");
        assertAnswer(account.delete(path), 200, "{}");
        assertAnswer(account.get(path), 404, "{}");
        assertThat(account.read(id).has("lists")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST", "DELETE"})
    void saysWhetherItIsTheListOrTheContactThatIsNotThere(String method) {
        String list = account.list("VIPs");
        account.contact("ana@example.com");

        assertAnswer(
                account.send(method, "/list/contactlist_none/contact/ana@example.com", null),
                404,
                "{\"error\":\"Not Found\",\"message\":\"List does not exist.\"}");
        assertAnswer(
                account.send(method, "/list/" + list + "/contact/nobody@example.com", null),
                404,
                "{\"error\":\"Not Found\",\"message\":\"Contact could not be found.\"}");
    }

    @Test
    void saysNothingOfAListThatIsNotThereWhenAskedForItsContacts() {
        assertAnswer(account.get("/list/contactlist_none/contacts"), 404, "{}");
    }

    @Test
    void takesAListIdWithASpaceForOneThatIsNotThere() {
        assertAnswer(account.get("/list/contactlist_some%20thing/contacts"), 404, "{}");
    }

    @Test
    void keepsMembersWhenTheyChange() {
        String list = account.list("VIPs");
        String id = account.contact("ana@example.com");
        account.post("/list/" + list + "/contact/" + id, null);
        account.upsert("{\"Email\":\"ana@example.com\",\"Company\":\"Two\",\"_NewEmail\":\"anna@example.com\"}");

        assertThat(account.get("/list/" + list + "/contacts")
                        .json()
                        .at("/contacts/0/Email")
                        .asText())
                .isEqualTo("anna@example.com");
        assertThat(account.read(id).at("/lists/0").asText()).isEqualTo(list);
    }

    @Test
    void forgetsAListThatSomebodyDeletesInThePages() {
        String gone = account.list("VIPs");
        String kept = account.list("Others");
        String id = account.contact("ana@example.com");
        account.post("/list/" + gone + "/contact/" + id, null);
        account.post("/list/" + kept + "/contact/" + id, null);

        assertThat(account.control("DELETE", "/lists/" + gone, null).status()).isEqualTo(204);

        assertThat(account.control("DELETE", "/lists/" + gone, null).status()).isEqualTo(404);
        assertThat(account.get("/lists").json().path("lists")).hasSize(1);
        assertThat(account.post("/list/" + gone + "/contact/" + id, null).status())
                .isEqualTo(404);
        assertThat(account.read(id).path("lists")).hasSize(1);
        assertThat(account.delete("/contact/" + id).status()).isEqualTo(204);
        assertThat(account.list("VIPs")).isNotEqualTo(gone);
    }

    private static void assertAnswer(Response response, int status, String body) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
    }
}
