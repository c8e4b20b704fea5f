package insights.sandbox.ortto.api;

import static insights.sandbox.testing.OrttoTestAccount.fields;
import static insights.sandbox.testing.OrttoTestAccount.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.OrttoTestAccount;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of people who are merged. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class MergeTest {

    private final OrttoTestAccount account = OrttoTestAccount.make();

    @Test
    void makesAPersonAndThenMerges() {
        Response created = account.merge(person("ana@example.com", "\"str::first\":\"Ana\""));
        String id = created.json().at("/people/0/person_id").asText();
        Response merged = account.merge(person("ana@example.com", "\"str::last\":\"Silva\""));

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.body()).isEqualTo("{\"people\":[{\"person_id\":\"" + id + "\",\"status\":\"created\"}]}\n");
        assertThat(merged.body()).isEqualTo("{\"people\":[{\"person_id\":\"" + id + "\",\"status\":\"merged\"}]}\n");
        assertThat(id).matches("00[0-9a-f]{20}00");
        assertThat(account.read(id).toString())
                .isEqualTo("{\"str::email\":\"ana@example.com\",\"str::first\":\"Ana\",\"str::last\":\"Silva\"}");
        assertThat(created.header("X-Version")).isNotNull();
    }

    @Test
    void answersEachByPosition() {
        account.person("b@example.com");

        JsonNode people = account.merge(
                        person("a@example.com", ""),
                        person("b@example.com", ""),
                        person("bad", ""),
                        fields("\"str::first\":\"Nobody\""),
                        person("c@example.com", "\"str::nope\":\"x\""),
                        person("d@example.com", ""))
                .json()
                .path("people");

        assertThat(people.findValuesAsText("status"))
                .containsExactly("created", "merged", "invalid", "invalid", "invalid", "created");
        assertThat(people.at("/4/error").asText())
                .isEqualTo("failed to validate field str::nope in schema: str::nope: Object not found");
        assertThat(people.at("/2/person_id").isMissingNode()).isTrue();
        assertThat(account.counters().path("people").asInt()).isEqualTo(3);
    }

    @Test
    void refusesAMergeOfNobodyValidAsRecorded() {
        Response refused = account.merge(person("a@example.com", "\"str::nope\":\"x\""), fields("\"str::email\":\"\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error"))
                .isEqualTo(
                        "No valid contacts provided (failed to validate field str::nope in schema: str::nope: Object not found)");
        assertThat(refused.json().path("code").asInt()).isEqualTo(400);
        assertThat(refused.text("request_id")).matches("[0-9a-f-]{36}");
        assertThat(refused.json().path("details").findValuesAsText("status")).containsExactly("invalid", "invalid");
        assertThat(account.counters().path("people").asInt()).isZero();
    }

    @Test
    void refusesTheWholeMergeForOneInAnAccountWithThatQuirk() {
        OrttoTestAccount other = OrttoTestAccount.with("badPersonRefusesBatch");

        Response refused = other.merge(person("a@example.com", ""), person("bad", ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("details")).hasSize(1);
        assertThat(other.counters().path("people").asInt()).isZero();
    }

    @Test
    void takesAHundredPeopleAndNotOneMore() {
        assertThat(account.merge(people(100)).json().path("people")).hasSize(100);
        assertThat(account.merge(people(101)).status()).isEqualTo(400);
        assertThat(account.post("/person/merge", "{\"people\":[]}").status()).isEqualTo(400);
        assertThat(account.counters().path("people").asInt()).isEqualTo(100);
    }

    @Test
    void tellsPeopleApartByEmailWhateverItsCase() {
        String id = account.person("Ana@Example.com");

        assertThat(account.person("ana@example.com")).isEqualTo(id);

        OrttoTestAccount other = OrttoTestAccount.with("emailsCaseSensitive");
        assertThat(other.person("Ana@example.com")).isNotEqualTo(other.person("ana@example.com"));
    }

    @Test
    void mergesTheSamePersonTwiceInOneRequest() {
        JsonNode people = account.merge(
                        person("a@example.com", "\"str::first\":\"One\""),
                        person("a@example.com", "\"str::first\":\"Two\""))
                .json()
                .path("people");

        assertThat(people.findValuesAsText("status")).containsExactly("created", "merged");
        assertThat(account.read(people.at("/1/person_id").asText())
                        .path("str::first")
                        .asText())
                .isEqualTo("Two");
    }

    @Test
    void mergesByPersonIdWithoutAnAddress() {
        String id = account.person("ana@example.com");

        Response merged = account.mergeWith(
                "\"merge_by\":[\"str::person_id\"]",
                "{\"fields\":{\"str::person_id\":\"" + id + "\"},\"tags\":[\"vip\"]}");

        assertThat(merged.json().at("/people/0/status").asText()).isEqualTo("merged");
        assertThat(account.read(id, "tags", "str::email").toString())
                .isEqualTo("{\"tags\":[\"vip\"],\"str::email\":\"ana@example.com\"}");
    }

    @Test
    void makesNobodyByAnIdThatNobodyHas() {
        String nobody = person("ana@example.com", "\"str::person_id\":\"00690646665c94874b98c100\"");
        String somebody = "{\"fields\":{\"str::person_id\":\"" + account.person("bob@example.com") + "\"}}";

        JsonNode people = account.mergeWith("\"merge_by\":[\"str::person_id\"]", nobody, somebody)
                .json()
                .path("people");

        assertThat(people.findValuesAsText("status")).containsExactly("invalid", "merged");
        assertThat(people.at("/0/error").asText()).contains("00690646665c94874b98c100");

        OrttoTestAccount other = OrttoTestAccount.with("unknownPersonIdCreates");
        assertThat(other.mergeWith("\"merge_by\":[\"str::person_id\"]", nobody)
                        .json()
                        .at("/people/0/status")
                        .asText())
                .isEqualTo("created");
    }

    @Test
    void findsByExternalIdThenByEmail() {
        String options = "\"merge_by\":[\"str::ei\",\"str::email\"]";
        String id = account.mergeWith(options, fields("\"str::ei\":\"7\""))
                .json()
                .at("/people/0/person_id")
                .asText();

        account.mergeWith(options, fields("\"str::ei\":\"7\",\"str::email\":\"ana@example.com\""));

        assertThat(account.person("ana@example.com")).isEqualTo(id);
        assertThat(account.mergeWith(options, fields("\"str::ei\":\"8\",\"str::email\":\"ana@example.com\""))
                        .json()
                        .at("/people/0/person_id")
                        .asText())
                .isEqualTo(id);
    }

    /** Somebody has e-mail and external id, somebody else an external id alone. */
    @ParameterizedTest
    @CsvSource({
        "0,a@example.com,2,first",
        "0,new@example.com,2,second",
        "1,new@example.com,1,new",
        "1,new@example.com,2,second",
        "2,a@example.com,2,new",
        "2,a@example.com,1,first"
    })
    void findsAsTheStrategySays(int strategy, String email, String externalId, String whom) {
        String by = "\"merge_by\":[\"str::email\",\"str::ei\"],\"find_strategy\":" + strategy;
        String first = account.mergeWith(by, person("a@example.com", "\"str::ei\":\"1\""))
                .json()
                .at("/people/0/person_id")
                .asText();
        String second = account.mergeWith(by, fields("\"str::ei\":\"2\""))
                .json()
                .at("/people/0/person_id")
                .asText();

        String found = account.mergeWith(by, person(email, "\"str::ei\":\"" + externalId + "\""))
                .json()
                .at("/people/0/person_id")
                .asText();

        assertThat(found.equals(first) ? "first" : found.equals(second) ? "second" : "new")
                .isEqualTo(whom);
    }

    @Test
    void looksInOtherFieldsWhenToldTo() {
        String other = account.field("text", "Other email");
        String id = account.merge(person("a@example.com", "\"" + other + "\":\"b@example.com\""))
                .json()
                .at("/people/0/person_id")
                .asText();

        String options = "\"merge_by\":[\"str::email\"],\"merge_by_alt_fields\":{\"str::email\":[\"" + other + "\"]}";
        assertThat(account.mergeWith(options, person("b@example.com", ""))
                        .json()
                        .at("/people/0/person_id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void usesTheKeysOwnIdentifiersWhereNoneAreNamed() {
        OrttoTestAccount other = OrttoTestAccount.make("\"mergeBy\":[\"str::ei\"]");
        other.post("/person/merge", "{\"people\":[" + person("a@example.com", "\"str::ei\":\"1\"") + "]}");

        other.post("/person/merge", "{\"people\":[" + person("b@example.com", "\"str::ei\":\"1\"") + "]}");

        assertThat(other.everybody()).containsOnlyKeys("b@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"merge_by\":[\"str::email\",\"str::person_id\"]",
                "\"merge_by\":[\"str::email\",\"str::ei\",\"str::first\",\"str::last\"]",
                "\"merge_by\":[\"str::nope\"]",
                "\"merge_strategy\":4",
                "\"find_strategy\":\"any\""
            })
    void refusesOptionsThatItDoesNotHave(String options) {
        assertThat(account.mergeWith(options, person("a@example.com", "")).status())
                .isEqualTo(400);
        assertThat(account.counters().path("people").asInt()).isZero();
    }

    private static String[] people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> person("p" + i + "@example.com", ""))
                .toArray(String[]::new);
    }
}
