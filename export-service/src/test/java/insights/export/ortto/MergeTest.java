package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import insights.common.address.EmailAddress;
import insights.export.destination.Contact;
import insights.export.destination.ContactChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void writesPeopleByTheIdsOfTheirFields() throws JsonProcessingException {
        ContactChange ana = new ContactChange(
                contact(
                        "ana@example.com",
                        Map.of("str::first", TextNode.valueOf("Ana"), "text:Plan", NullNode.instance)),
                null,
                Set.of("New"),
                Set.of("Old"),
                true);
        List<Merge> merges = Merge.of(List.of(ana), target -> target.replace("text:Plan", "str:cm:plan"));
        assertThat(merges).hasSize(1);
        assertThat(JSON.readTree(merges.getFirst().body())).isEqualTo(JSON.readTree("""
                {"people":[{"fields":{"str::email":"ana@example.com","str::first":"Ana","str:cm:plan":null},
                            "tags":["New"],"unset_tags":["Old"]}],
                 "merge_by":["str::email"],"merge_strategy":2,"find_strategy":0,"skip_non_existing":false,
                 "suppression_list_field_id":"str::email"}"""));
    }

    /** It may be another one there by now. */
    @Test
    void whoseIdIsKnownIsFoundByThatAndTheirAddressIsNotTouched() throws JsonProcessingException {
        ContactChange ana = change(
                contact("ana@example.com", Map.of("str::first", TextNode.valueOf("Ana"))),
                "00a",
                Set.of("New"),
                Set.of("Old"));
        List<Merge> merges = Merge.of(List.of(ana), UnaryOperator.identity());
        assertThat(merges).hasSize(1);
        assertThat(JSON.readTree(merges.getFirst().body())).isEqualTo(JSON.readTree("""
                {"people":[{"fields":{"str::person_id":"00a","str::first":"Ana"},"tags":["New"],"unset_tags":["Old"]}],
                 "merge_by":["str::person_id"],"merge_strategy":2,"find_strategy":0,"skip_non_existing":true}"""));
    }

    @Test
    void leaversAreNamedByIdAndNeverCreated() throws JsonProcessingException {
        List<ContactChange> changes = List.of(
                change(contact("ana@example.com", Map.of()), null, Set.of("New"), Set.of()),
                change(null, "00b", Set.of(), Set.of("Old")),
                change(contact("cid@example.com", Map.of()), null, Set.of(), Set.of("Old")),
                change(null, "00d", Set.of(), Set.of("Old")));
        List<Merge> merges = Merge.of(changes, UnaryOperator.identity());
        assertThat(merges)
                .extracting(Merge::key)
                .containsExactly(Merge.Key.ADDRESS, Merge.Key.ADDRESS_IF_THERE, Merge.Key.ID_IF_THERE);
        assertThat(merges).extracting(Merge::positions).containsExactly(List.of(0), List.of(2), List.of(1, 3));
        JsonNode byId = JSON.readTree(merges.getLast().body());
        assertThat(byId.at("/merge_by/0").textValue()).isEqualTo("str::person_id");
        assertThat(byId.at("/skip_non_existing").booleanValue()).isTrue();
        assertThat(byId.at("/people/1")).isEqualTo(JSON.readTree("""
                {"fields":{"str::person_id":"00d"},"unset_tags":["Old"]}"""));
    }

    @Test
    void noRequestIsLargerThanOrttoTakes() {
        List<ContactChange> changes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            changes.add(change(
                    contact("p" + i + "@example.com", Map.of("large_text:Notes", TextNode.valueOf("€".repeat(12_000)))),
                    null,
                    Set.of("New"),
                    Set.of()));
        }
        List<Merge> merges = Merge.of(changes, UnaryOperator.identity());
        assertThat(merges).hasSize(2);
        assertThat(merges).allSatisfy(merge -> assertThat(merge.body().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(2_000_000));
        assertThat(merges.stream().flatMap(merge -> merge.positions().stream()).distinct())
                .hasSize(100);
    }

    private static ContactChange change(Contact contact, String id, Set<String> set, Set<String> unset) {
        return new ContactChange(contact, id, set, unset, false);
    }

    private static Contact contact(String email, Map<String, JsonNode> fields) {
        return new Contact(EmailAddress.parse(email).orElseThrow(), new TreeMap<>(fields));
    }
}
