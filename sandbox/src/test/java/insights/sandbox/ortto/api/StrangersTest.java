package insights.sandbox.ortto.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.OrttoTestAccount;
import insights.sandbox.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What clients that others wrote send, and what they read of the answers. No registry that this project builds from has
 * one as a package, so their requests are made here as they make them, and their answers held against what phpdevkits/ortto-sdk
 * recorded of Ortto in November 2025.
 */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class StrangersTest {

    private final OrttoTestAccount account = OrttoTestAccount.make();

    /** RudderStack: one person a request, an empty place where none is known, a phone without a country, no time zone. */
    @Test
    void understandsRudderStack() {
        JsonNode entry = account.post("/person/merge", """
                        {"people":[{"fields":{"str::first":"Jane","str::last":"Doe","str::email":"jane@example.com",
                        "str::ei":"user-1","geo::city":{"name":"Perth"},"geo::country":{},"geo::region":{},
                        "phn::phone":{"n":"401234567"},"dtz::b":{"year":1980,"month":3,"day":4},"str::postal":"6000"},
                        "location":{"source_ip":"203.0.113.9"}}],
                        "async":false,"merge_by":["str::ei","str::email"],"merge_strategy":2,"find_strategy":0}
                        """).json().at("/people/0");

        assertThat(entry.path("status").asText()).isEqualTo("created");
        assertThat(account.read(entry.path("person_id").asText(), "geo::city", "geo::country", "phn::phone", "dtz::b")
                        .toString())
                .isEqualTo("{\"geo::city\":{\"name\":\"Perth\"},\"phn::phone\":{\"n\":\"401234567\"},"
                        + "\"dtz::b\":{\"year\":1980,\"month\":3,\"day\":4}}");
    }

    /** WP Fusion: tries its key with an empty request, tags by merging without saying by what, and reads tags as an array. */
    @Test
    void understandsWpFusion() {
        assertThat(account.post("/person/get", "{}").status()).isEqualTo(200);

        account.post(
                "/person/merge",
                "{\"people\":[{\"fields\":{\"str::email\":\"jane@example.com\"},\"tags\":[\"Member\",\"Trial\"]}]}");
        account.post(
                "/person/merge",
                "{\"people\":[{\"fields\":{\"str::email\":\"jane@example.com\"},\"unset_tags\":[\"Trial\"]}]}");

        assertThat(account.everybody().get("jane@example.com").path("tags").toString())
                .isEqualTo("[\"Member\"]");
        JsonNode tags = account.post("/tags/get", "{}").json();
        assertThat(tags.isArray()).isTrue();
        assertThat(tags.at("/0").fieldNames())
                .toIterable()
                .containsAll(List.of(
                        "id",
                        "instance_id",
                        "name",
                        "created_by_id",
                        "created_by_name",
                        "created_by_email",
                        "created_at",
                        "last_used",
                        "count",
                        "subscribers",
                        "type"));
    }

    /** PostHog: proves its key by listing fields, then asks for all of them, 500 people a page, by cursor and offset. */
    @Test
    void understandsPostHog() {
        account.field("text", "Plan");
        for (int from = 0; from < 600; from += 100) {
            account.merge(IntStream.range(from, from + 100)
                    .mapToObj(i -> OrttoTestAccount.person("p" + i + "@example.com", "\"str:cm:plan\":\"pro\""))
                    .toArray(String[]::new));
        }
        List<String> fields = new ArrayList<>(List.of("str::first", "str::email", "bol::p", "u4s::t", "idt::o"));
        fields.addAll(account.post("/person/custom-field/get", "{}").json().findValuesAsText("id"));
        List<String> seen = new ArrayList<>();
        String position = "\"offset\":0";
        JsonNode page;
        do {
            page = account.post(
                            "/person/get",
                            "{\"limit\":500," + position + ",\"fields\":"
                                    + OrttoTestAccount.array(fields.toArray(String[]::new)) + "}")
                    .json();
            assertThat(page.path("contacts"))
                    .allMatch(contact ->
                            contact.path("fields").path("str:cm:plan").asText().equals("pro"));
            seen.addAll(page.path("contacts").findValuesAsText("id"));
            position = "\"offset\":" + page.path("next_offset") + ",\"cursor_id\":" + page.path("cursor_id");
        } while (page.path("has_more").asBoolean());

        assertThat(seen).hasSize(600).doesNotHaveDuplicates();
    }

    /** The recorded answer, member by member, in its order. */
    @Test
    void answersSubscriptionsAsRecorded() {
        account.merge(OrttoTestAccount.person("jane@example.com", "\"bol::sp\":true"));

        JsonNode person = account.post("/person/subscriptions", "{\"people\":[{\"email\":\"jane@example.com\"}]}")
                .json()
                .at("/people/0");

        assertThat(person.fieldNames())
                .toIterable()
                .containsExactly(
                        "person_status",
                        "person_id",
                        "email",
                        "subscriptions",
                        "email_permissions",
                        "sms_permissions",
                        "ios_permissions",
                        "android_permissions",
                        "web_permissions");
        assertThat(person.path("subscriptions")).hasSize(2).allSatisfy(audience -> {
            assertThat(audience.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "audience_id",
                            "audience_name",
                            "member_from",
                            "subscribed",
                            "subscribed_from",
                            "sms_opted_in",
                            "whatsapp_opted_in",
                            "ios_opted_in",
                            "android_opted_in",
                            "web_opted_in");
            assertThat(audience.path("member_from").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        });
    }
}
