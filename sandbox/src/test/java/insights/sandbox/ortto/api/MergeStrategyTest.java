package insights.sandbox.ortto.api;

import static insights.sandbox.testing.OrttoTestAccount.fields;
import static insights.sandbox.testing.OrttoTestAccount.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.OrttoTestAccount;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What a merge changes of those who are there, tags and permissions included. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class MergeStrategyTest {

    private final OrttoTestAccount account = OrttoTestAccount.make();
    private final String id = account.merge(person("ana@example.com", "\"str::first\":\"Ana\",\"str::postal\":\"1\""))
            .json()
            .at("/people/0/person_id")
            .asText();

    @Test
    void overwritesWhatIsSaidAndKeepsTheRest() {
        account.merge(person("ana@example.com", "\"str::first\":\"Anna\",\"str::postal\":null"));

        assertThat(account.read(id, "str::first", "str::postal", "str::email").toString())
                .isEqualTo("{\"str::first\":\"Anna\",\"str::email\":\"ana@example.com\"}");
    }

    @Test
    void keepsAnEmptyTextAsAValue() {
        account.merge(person("ana@example.com", "\"str::first\":\"\""));

        assertThat(account.read(id, "str::first").toString()).isEqualTo("{\"str::first\":\"\"}");
    }

    @Test
    void onlyFillsWhatIsEmptyWhenAppending() {
        account.mergeWith(
                "\"merge_by\":[\"str::email\"],\"merge_strategy\":1",
                person(
                        "ana@example.com",
                        "\"str::first\":\"Anna\",\"str::last\":\"Silva\",\"str::postal\":null,\"bol::p\":false"));

        assertThat(account.read(id, "str::first", "str::last", "str::postal", "bol::p")
                        .toString())
                .isEqualTo("{\"str::first\":\"Ana\",\"str::last\":\"Silva\",\"str::postal\":\"1\",\"bol::p\":true}");
    }

    @Test
    void leavesThoseWhoAreThereAloneWhenIgnoring() {
        String ignoring = "\"merge_by\":[\"str::email\"],\"merge_strategy\":3";

        JsonNode people = account.mergeWith(
                        ignoring,
                        "{\"fields\":{\"str::email\":\"ana@example.com\",\"str::first\":\"Anna\"},\"tags\":[\"x\"]}",
                        person("bob@example.com", ""))
                .json()
                .path("people");

        assertThat(people.findValuesAsText("status")).containsExactly("merged", "created");
        assertThat(account.read(id, "str::first", "tags").toString()).isEqualTo("{\"str::first\":\"Ana\"}");
    }

    @Test
    void makesNobodyWhenToldTo() {
        JsonNode people = account.mergeWith(
                        "\"merge_by\":[\"str::email\"],\"skip_non_existing\":true",
                        person("ana@example.com", "\"str::first\":\"Anna\""),
                        person("bob@example.com", ""))
                .json()
                .path("people");

        assertThat(people.findValuesAsText("status")).containsExactly("merged", "skipped");
        assertThat(account.everybody()).containsOnlyKeys("ana@example.com");
    }

    @Test
    void clearsFieldsThatAreNamed() {
        account.merge(
                "{\"fields\":{\"str::email\":\"ana@example.com\"},\"clear_fields\":{\"str::first\":null,\"str::postal\":null}}");

        assertThat(account.read(id).toString()).isEqualTo("{\"str::email\":\"ana@example.com\"}");
    }

    @Test
    void movesWhoeverIsFoundByIdToANewAddress() {
        account.mergeWith(
                "\"merge_by\":[\"str::person_id\"]",
                fields("\"str::person_id\":\"" + id + "\",\"str::email\":\"new@example.com\""));

        assertThat(account.person("new@example.com")).isEqualTo(id);
        assertThat(account.person("ana@example.com")).isNotEqualTo(id);
    }

    @Test
    void setsAndUnsetsTags() {
        account.merge(tagged("\"a\",\"b\"", ""));
        account.merge(tagged("\"c\"", "\"a\",\"unknown\""));

        assertThat(account.read(id, "tags", "u4s::t").toString())
                .isEqualTo("{\"tags\":[\"b\",\"c\"],\"u4s::t\":[2,3]}");
        JsonNode tags = account.post("/tags/get", "{}").json();
        assertThat(tags.findValuesAsText("name")).containsExactly("a", "b", "c");
        assertThat(tags.findValuesAsText("count")).containsExactly("0", "1", "1");
        assertThat(tags.at("/1/subscribers").asInt()).isOne();
        assertThat(tags.at("/0/subscribers").isMissingNode()).isTrue();
        assertThat(tags.at("/1/type").asText("-")).isEmpty();
        assertThat(account.post("/tags/get", "{\"q\":\"B\"}").json().findValuesAsText("name"))
                .containsExactly("b");
        assertThat(account.counters().path("memberships").asInt()).isEqualTo(2);
    }

    @Test
    void refusesTagsAsAField() {
        assertThat(account.merge(person("ana@example.com", "\"tags\":[\"a\"]")).status())
                .isEqualTo(400);
    }

    @Test
    void subscribesWhoeverIsNewToEmailOnly() {
        assertThat(account.read(id, "bol::p", "bol::sp").toString()).isEqualTo("{\"bol::p\":true,\"bol::sp\":false}");
    }

    @Test
    void keepsWhoeverUnsubscribedOffUnlessTheOppositeIsSaid() {
        account.merge(person("ana@example.com", "\"bol::p\":false"));
        account.merge(person("ana@example.com", "\"str::first\":\"Anna\""));
        assertThat(account.read(id, "bol::p", "str::u-ctx").toString())
                .isEqualTo("{\"bol::p\":false,\"str::u-ctx\":\"Unsubscribed via API\"}");

        account.merge(person("ana@example.com", "\"bol::p\":true,\"str::s-ctx\":\"Asked for it\""));
        assertThat(account.read(id, "bol::p", "str::s-ctx").toString())
                .isEqualTo("{\"bol::p\":true,\"str::s-ctx\":\"Asked for it\"}");
    }

    @Test
    void resubscribesWithoutAWordInAnAccountWithThatQuirk() {
        OrttoTestAccount other = OrttoTestAccount.with("omittedPermissionResubscribes");
        String person = other.person("ana@example.com");
        other.merge(person("ana@example.com", "\"bol::p\":false"));
        assertThat(other.read(person, "bol::p").path("bol::p").asBoolean(true)).isFalse();

        other.merge(person("ana@example.com", "\"str::first\":\"Anna\""));

        assertThat(other.read(person, "bol::p").path("bol::p").asBoolean()).isTrue();
    }

    @Test
    void saysWhatSomebodyHasSubscribedTo() {
        account.merge(person("sms@example.com", "\"bol::p\":false,\"bol::sp\":true,\"str::ei\":\"7\""));

        JsonNode people = account.post(
                        "/person/subscriptions",
                        "{\"people\":[{\"person_id\":\"" + id
                                + "\"},{\"external_id\":\"7\"},{\"email\":\"nobody@example.com\"}]}")
                .json()
                .path("people");

        assertThat(people.at("/0/person_status").asText()).isEqualTo("by-id");
        assertThat(people.at("/0/email").isMissingNode()).isTrue();
        assertThat(people.at("/0/subscriptions").findValuesAsText("audience_name"))
                .containsExactly("Subscribers");
        assertThat(people.at("/0/email_permissions").asBoolean()).isTrue();
        assertThat(people.at("/1/person_status").asText()).isEqualTo("merged");
        assertThat(people.at("/1/email").asText()).isEqualTo("sms@example.com");
        assertThat(people.at("/1/subscriptions").findValuesAsText("audience_name"))
                .containsExactly("SMS subscribers");
        assertThat(people.at("/1/sms_permissions").asBoolean()).isTrue();
        assertThat(people.at("/2/person_status").asText()).isEqualTo("not-found");
    }

    @Test
    void makesNobodyWhoIsSuppressedWhereThatMatters() {
        account.control("POST", "/suppressions", "{\"email\":\"Gone@example.com\"}");
        account.control("POST", "/suppressions", "{\"email\":\"ana@example.com\"}");
        String checking = "\"merge_by\":[\"str::email\"],\"suppression_list_field_id\":\"str::email\"";

        Response alone = account.mergeWith(checking, person("gone@example.com", ""));
        JsonNode mixed = account.mergeWith(
                        checking,
                        person("gone@example.com", ""),
                        person("ana@example.com", ""),
                        person("b@example.com", ""))
                .json()
                .path("people");

        assertThat(alone.status()).isEqualTo(400);
        assertThat(alone.text("error")).isEqualTo("No valid contacts provided (Email is suppressed)");
        assertThat(alone.json().path("details").toString())
                .isEqualTo("[{\"status\":\"suppressed\",\"error\":\"Email is suppressed\"}]");
        assertThat(mixed.findValuesAsText("status")).containsExactly("suppressed", "merged", "created");
        assertThat(account.merge(person("gone@example.com", ""))
                        .json()
                        .at("/people/0/status")
                        .asText())
                .isEqualTo("created");

        account.control("POST", "/suppressions", "{\"email\":\"later@example.com\"}");
        account.control("DELETE", "/suppressions", "{\"email\":\"later@example.com\"}");
        assertThat(account.mergeWith(checking, person("later@example.com", "")).status())
                .isEqualTo(200);
    }

    @Test
    void doesLaterWhatWasAskedForAsynchronously() {
        OrttoTestAccount slow = OrttoTestAccount.make("\"laterMillis\":3600000");
        String known = slow.person("ana@example.com");

        JsonNode people = slow.mergeWith(
                        "\"async\":true,\"merge_by\":[\"str::email\"]",
                        person("ana@example.com", "\"str::first\":\"Ana\""),
                        person("bob@example.com", ""),
                        person("bad", ""))
                .json()
                .path("people");

        assertThat(people.toString())
                .isEqualTo("[{\"person_id\":\"" + known
                        + "\",\"status\":\"queued\"},{\"status\":\"queued\"},{\"status\":\"queued\"}]");
        assertThat(slow.everybody()).containsOnlyKeys("ana@example.com");
        assertThat(slow.counters().path("promised").asInt()).isOne();

        assertThat(slow.control("POST", "/settle", null).status()).isEqualTo(204);

        assertThat(slow.everybody()).containsOnlyKeys("ana@example.com", "bob@example.com");
        assertThat(slow.read(known, "str::first").path("str::first").asText()).isEqualTo("Ana");
    }

    @Test
    void doesItByItselfWhenTheTimeHasCome() {
        OrttoTestAccount quick = OrttoTestAccount.make("\"laterMillis\":1");
        quick.mergeWith("\"async\":true", person("ana@example.com", ""));

        await().untilAsserted(() -> assertThat(quick.everybody()).containsOnlyKeys("ana@example.com"));
    }

    private static String tagged(String tags, String unset) {
        return "{\"fields\":{\"str::email\":\"ana@example.com\"},\"tags\":[" + tags + "],\"unset_tags\":[" + unset
                + "]}";
    }
}
