package insights.sandbox.ortto.api;

import static insights.sandbox.testing.OrttoTestAccount.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.OrttoTestAccount;
import insights.sandbox.testing.Response;
import insights.sandbox.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who are read: pages, filters, ids; and those who are archived and deleted. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ReadTest {

    private final OrttoTestAccount account = OrttoTestAccount.make();

    @Test
    void showsEmailAndNameOfTheLatestFirst() {
        account.merge(person("a@example.com", "\"str::first\":\"Ana\",\"str::last\":\"Silva\",\"str::postal\":\"1\""));
        account.merge(person("b@example.com", "\"bol::p\":false"));

        JsonNode page = get("");

        assertThat(page.path("contacts").findValuesAsText("str::email"))
                .containsExactly("b@example.com", "a@example.com");
        assertThat(page.at("/contacts/1/fields").toString())
                .isEqualTo("{\"str::email\":\"a@example.com\",\"str::first\":\"Ana\",\"str::last\":\"Silva\"}");
        assertThat(page.path("meta").toString())
                .isEqualTo(
                        "{\"total_contacts\":2,\"total_organizations\":0,\"total_matches\":2,\"total_subscribers\":1}");
        assertThat(page.path("next_offset").asInt()).isEqualTo(2);
        assertThat(page.path("has_more").asBoolean(true)).isFalse();
        assertThat(page.path("cursor_id").asText()).matches("[0-9a-f]{24}");
        assertThat(OrttoTestAccount.with("totalAccounts")
                        .post("/person/get", "{}")
                        .json()
                        .path("meta"))
                .anyMatch(total -> true)
                .hasToString("{\"total_contacts\":0,\"total_accounts\":0,\"total_matches\":0,\"total_subscribers\":0}");
    }

    @Test
    void hasNoContactsAndNoTotalsBeyondTheEndAsRecorded() {
        account.person("a@example.com");

        assertThat(account.post("/person/get", "{\"limit\":50,\"offset\":100}").body())
                .isEqualTo(
                        "{\"contacts\":null,\"meta\":{\"total_contacts\":0,\"total_organizations\":0,\"total_matches\":0,"
                                + "\"total_subscribers\":0},\"offset\":0,\"next_offset\":0,\"cursor_id\":\"000000000000000000000000\","
                                + "\"has_more\":false}\n");
    }

    @ParameterizedTest
    @CsvSource({"10,10", "0,50", "500,120", "501,50", "-1,50"})
    void takesTooHighALimitForTheUsualOne(int limit, int shown) {
        fill(120);

        assertThat(get("\"limit\":" + limit).path("contacts")).hasSize(shown);
    }

    @Test
    void givesEverybodyOncePageByPageWhoeverComesMeanwhile() {
        fill(120);
        List<String> seen = new ArrayList<>();
        JsonNode page = get("\"limit\":50");
        while (true) {
            seen.addAll(page.path("contacts").findValuesAsText("str::email"));
            account.person("late" + seen.size() + "@example.com");
            if (!page.path("has_more").asBoolean()) {
                break;
            }
            page = get(
                    "\"limit\":50,\"offset\":" + page.path("next_offset") + ",\"cursor_id\":" + page.path("cursor_id"));
        }

        assertThat(seen).hasSize(120).doesNotHaveDuplicates().noneMatch(email -> email.startsWith("late"));
    }

    @Test
    void goesOnWhereACursorEndedWithoutAnOffset() {
        fill(120);
        JsonNode first = get("\"limit\":100");

        JsonNode second = get("\"limit\":100,\"cursor_id\":" + first.path("cursor_id"));

        assertThat(second.path("contacts")).hasSize(20);
        assertThat(second.path("contacts").findValuesAsText("id"))
                .doesNotContainAnyElementsOf(first.path("contacts").findValuesAsText("id"));
    }

    @Test
    void sortsByAField() {
        account.merge(person("a@example.com", "\"str::last\":\"B\""), person("b@example.com", "\"str::last\":\"A\""));
        account.person("c@example.com");

        assertThat(emails("\"sort_by_field_id\":\"str::last\",\"sort_order\":\"asc\""))
                .containsExactly("b@example.com", "a@example.com", "c@example.com");
        assertThat(emails("\"sort_by_field_id\":\"str::last\""))
                .containsExactly("a@example.com", "b@example.com", "c@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"$str::is\":{\"field_id\":\"str::email\",\"value\":\"A@example.com\"}|a",
                "\"$str::is_not\":{\"field_id\":\"str::first\",\"value\":\"Ana\"}|bc",
                "\"$has_any_value\":{\"field_id\":\"str::postal\"}|b",
                "\"$has_no_value\":{\"field_id\":\"str::postal\"}|ac",
                "\"$str::contains\":{\"field_id\":\"str::first\",\"value\":\"n\"}|ac",
                "\"$str::starts\":{\"field_id\":\"str::first\",\"value\":\"an\"}|a",
                "\"$geo::is\":{\"field_id\":\"geo::city\",\"value\":\"perth\"}|a",
                "\"$str::set_contains\":{\"field_id\":\"tags\",\"value\":\"vip\"}|b",
                "\"$str::set_does_not_contains\":{\"field_id\":\"tags\",\"value\":\"vip\"}|ac",
                "\"$bol::is\":{\"field_id\":\"bol::p\",\"value\":false}|c",
                "\"$or\":[{\"$has_any_value\":{\"field_id\":\"str::postal\"}},{\"$has_any_value\":{\"field_id\":\"geo::city\"}}]|ab",
                "\"$and\":[{\"$has_any_value\":{\"field_id\":\"str::first\"}},{\"$str::ends\":{\"field_id\":\"str::first\",\"value\":\"n\"}}]|c"
            })
    void filters(String filter, String found) {
        account.merge(
                person("a@example.com", "\"str::first\":\"Ana\",\"geo::city\":{\"name\":\"Perth\"}"),
                "{\"fields\":{\"str::email\":\"b@example.com\",\"str::postal\":\"\"},\"tags\":[\"vip\"]}",
                person("c@example.com", "\"str::first\":\"Jon\",\"bol::p\":false"));

        assertThat(emails("\"filter\":{" + filter + "}"))
                .containsExactlyInAnyOrder(
                        found.chars().mapToObj(c -> (char) c + "@example.com").toArray(String[]::new));
    }

    @Test
    void searchesNamesAndAddresses() {
        account.merge(person("john@example.com", ""), person("a@example.com", "\"str::last\":\"Johnson\""));
        account.person("b@example.com");

        JsonNode page = get("\"q\":\"JOHN\"");

        assertThat(page.path("contacts")).hasSize(2);
        assertThat(page.path("meta").toString())
                .isEqualTo(
                        "{\"total_contacts\":3,\"total_organizations\":0,\"total_matches\":2,\"total_subscribers\":0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"cursor_id\":\"0069061b5bda4060a576\"|sandbox: Failed to parse request cannot unmarshal into an ID, the length must be 12 or 24 + 2 for hex but it is 22: Object not found",
                "\"cursor_id\":\"0069061b5bda4060a5761111\"|sandbox: Failed to parse request cursor 0069061b5bda4060a5761111: Object not found",
                "\"filter\":{\"$odd\":{}}|sandbox: Failed to parse request unknown filter $odd: Object not found",
                "\"type\":\"archived\",\"q\":\"a\"|Archived contacts cannot be filtered"
            })
    void refusesWhatItCannotRead(String request, String error) {
        Response refused = account.post("/person/get", "{" + request + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error")).isEqualTo(error);
    }

    @Test
    void givesAMapOfThoseWhomIdsAreOf() {
        String id = account.person("a@example.com");

        assertThat(account.post("/person/get-by-ids", "{\"contact_ids\":[\"" + id + "\",\"00690646665c94874b98c100\"]}")
                        .body())
                .isEqualTo("{\"contacts\":{\"" + id + "\":{\"id\":\"" + id
                        + "\",\"fields\":{\"str::email\":\"a@example.com\"}}}}\n");
        assertThat(account.post("/person/get-by-ids", "{\"contact_ids\":[\"nope\"]}")
                        .status())
                .isEqualTo(400);
        String fields = OrttoTestAccount.array(
                IntStream.range(0, 151).mapToObj(i -> "str:cm:f" + i).toArray(String[]::new));
        assertThat(account.post("/person/get-by-ids", "{\"contact_ids\":[],\"fields\":" + fields + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void archivesRestoresAndDeletes() {
        String a = account.person("a@example.com");
        String b = account.person("b@example.com");
        account.person("c@example.com");
        String both = "{\"inclusion_ids\":[\"" + a + "\",\"" + b + "\",\"" + b + "\",\"00690646665c94874b98c100\"]}";

        assertThat(account.delete("/person/delete", both).body())
                .isEqualTo("{\"scheduled_contacts\":0,\"deleted_contacts\":0}\n");
        assertThat(account.put("/person/archive", both).body())
                .isEqualTo("{\"scheduled_contacts\":0,\"archived_contacts\":2}\n");
        assertThat(emails("")).containsExactly("c@example.com");
        assertThat(emails("\"type\":\"archived\"")).containsExactly("b@example.com", "a@example.com");
        assertThat(account.put("/person/restore", "{\"inclusion_ids\":[\"" + b + "\"]}")
                        .body())
                .isEqualTo("{\"scheduled_contacts\":0,\"restored_contacts\":1}\n");
        assertThat(account.delete("/person/delete", both).body())
                .isEqualTo("{\"scheduled_contacts\":0,\"deleted_contacts\":1}\n");
        assertThat(account.everybody()).containsOnlyKeys("b@example.com", "c@example.com");
        assertThat(account.person("a@example.com")).isNotEqualTo(a);
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "restore"})
    void doesItToAllButSome(String removal) {
        fill(10);
        String kept = account.person("kept@example.com");
        String all = "{\"all_rows_selected\":true,\"exclusion_ids\":[\"" + kept + "\"]}";
        Response done = account.put("/person/archive", all);
        if (removal.equals("restore")) {
            account.put("/person/archive", "{\"all_rows_selected\":true}");
            done = account.put("/person/restore", all);
        }

        assertThat(done.json().path(removal + "d_contacts").asInt()).isEqualTo(10);
        assertThat(account.everybody().get("kept@example.com").path("archived").asBoolean())
                .isEqualTo(removal.equals("restore"));
    }

    @Test
    void leavesWhoeverIsMergedArchivedUnlessTheAccountHasThatQuirk() {
        for (OrttoTestAccount one : List.of(account, OrttoTestAccount.with("mergeRestores"))) {
            String id = one.person("a@example.com");
            one.put("/person/archive", "{\"all_rows_selected\":true}");

            JsonNode merged = one.merge(person("a@example.com", "\"str::first\":\"Ana\""))
                    .json()
                    .at("/people/0");

            assertThat(merged.path("status").asText()).isEqualTo("merged");
            assertThat(merged.path("person_id").asText()).isEqualTo(id);
            assertThat(one.counters().path("people").asInt()).isEqualTo(one == account ? 0 : 1);
        }
    }

    @Test
    void schedulesRemovalsInAnAccountWithThatQuirk() {
        OrttoTestAccount slow =
                OrttoTestAccount.make("\"laterMillis\":3600000,\"quirks\":{\"removalsScheduled\":true}");
        slow.person("a@example.com");

        assertThat(slow.put("/person/archive", "{\"all_rows_selected\":true}").body())
                .isEqualTo("{\"scheduled_contacts\":1,\"archived_contacts\":0}\n");
        assertThat(slow.counters().path("archived").asInt()).isZero();
        slow.control("POST", "/settle", null);
        assertThat(slow.counters().path("archived").asInt()).isOne();
    }

    private void fill(int people) {
        for (int from = 0; from < people; from += 100) {
            account.merge(IntStream.range(from, Math.min(people, from + 100))
                    .mapToObj(i -> person("p" + i + "@example.com", ""))
                    .toArray(String[]::new));
        }
    }

    private JsonNode get(String request) {
        return account.post("/person/get", "{" + request + "}").json();
    }

    private List<String> emails(String request) {
        return get(request).path("contacts").findValuesAsText("str::email");
    }
}
