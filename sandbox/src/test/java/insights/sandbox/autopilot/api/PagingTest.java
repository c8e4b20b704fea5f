package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class PagingTest {

    private static final int MANY = 20_000;

    private final TestAccount account = Sandbox.account();

    @Test
    void readsTwentyThousandContactsOfAListEachOnce() {
        account.quirk("listInBulk");
        String list = account.list("Everybody");
        add(MANY, list);
        Set<String> emails = HashSet.newHashSet(MANY);

        readAll("/list/" + list + "/contacts", page -> {
            assertThat(page.path("total_contacts").asInt()).isEqualTo(MANY);
            page.path("contacts").forEach(contact -> {
                assertThat(emails.add(contact.path("Email").asText())).isTrue();
                assertThat(contact.path("custom_fields")).hasSize(5);
                assertThat(contact.at("/lists/0").asText()).isEqualTo(list);
            });
        });

        assertThat(emails).hasSize(MANY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 200, 201})
    void hasABookmarkOnlyWhenThereIsMore(int contacts) {
        account.quirk("listInBulk");
        String list = account.list("Everybody");
        add(contacts, list);

        for (String path : List.of("/contacts", "/list/" + list + "/contacts")) {
            List<Integer> sizes = new ArrayList<>();
            readAll(path, page -> sizes.add(page.path("contacts").size()));

            assertThat(sizes).hasSize(Math.max(1, Math.ceilDiv(contacts, 100)));
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(contacts);
            assertThat(sizes.subList(0, sizes.size() - 1)).allMatch(size -> size == 100);
        }
    }

    @Test
    void readsContactsInTheOrderOfTheirIdsAndBookmarksTheLast() {
        add(150, "");

        JsonNode page = account.get("/contacts").json();

        assertThat(page.path("contacts").findValuesAsText("contact_id"))
                .isSorted()
                .endsWith(page.path("bookmark").asText());
    }

    @Test
    void goesOnAfterABookmarkWhoseContactIsGone() {
        add(150, "");
        String bookmark = account.get("/contacts").text("bookmark");
        account.delete("/contact/" + bookmark);

        JsonNode rest = account.get("/contacts/" + bookmark).json();

        assertThat(rest.path("contacts")).hasSize(50);
        assertThat(rest.path("total_contacts").asInt()).isEqualTo(149);
    }

    @Test
    void takesABookmarkThatIsNoneForTheFirstPage() {
        add(150, "");

        assertThat(account.get("/contacts/void").json())
                .isEqualTo(account.get("/contacts").json());
    }

    private void readAll(String path, Consumer<JsonNode> pages) {
        String bookmark = "";
        while (bookmark != null) {
            JsonNode page = account.get(path + bookmark).json();
            pages.accept(page);
            bookmark = page.has("bookmark") ? "/" + page.path("bookmark").asText() : null;
        }
    }

    private void add(int contacts, String list) {
        for (int from = 0; from < contacts; from += 100) {
            String batch = IntStream.range(from, Math.min(from + 100, contacts))
                    .mapToObj(i -> "{\"Email\":\"c" + i + "@example.com\",\"_autopilot_list\":\"" + list
                            + "\",\"custom\":{\"string--Plan\":\"pro\",\"integer--Orders\":" + i
                            + ",\"float--Spent\":1.5,\"boolean--VIP\":true,\"date--Since\":\"2026-01-01T00:00:00Z\"}}")
                    .collect(Collectors.joining(","));
            assertThat(account.post("/contacts", "{\"contacts\":[" + batch + "]}")
                            .status())
                    .isEqualTo(200);
        }
    }
}
