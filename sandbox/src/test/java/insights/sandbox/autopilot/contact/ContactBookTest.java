package insights.sandbox.autopilot.contact;

import static org.assertj.core.api.Assertions.assertThat;

import insights.sandbox.autopilot.settings.AccountSettings;
import insights.sandbox.autopilot.settings.Quirks;
import insights.sandbox.json.Json;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ContactBookTest {

    private static final int CALLERS = 4;
    private static final int EMAILS = 5_000;

    private final ContactBook book = new ContactBook(Clock.systemUTC(), (event, contact, where) -> {});
    private final AccountSettings settings = new AccountSettings(0, 0, false, false, null, null, Quirks.NONE);

    @Test
    void makesOneContactOfOneEmailHoweverManyUpsertItAtOnce() throws Exception {
        String list = book.lists().create("Everybody", Quirks.NONE);
        Callable<List<Contact>> caller = () -> {
            for (int i = 0; i < EMAILS; i++) {
                String email = "c" + i + "@example.com";
                book.upsert(ContactChange.of(Json.object().put("Email", email)), settings);
                book.lists().add(list, email);
            }
            return book.page(null).contacts();
        };

        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<List<Contact>> done : callers.invokeAll(Collections.nCopies(CALLERS, caller))) {
                assertThat(done.get()).hasSize(Page.SIZE);
            }
        }

        assertThat(book.size()).isEqualTo(EMAILS);
        assertThat(book.lists().all()).extracting(ContactLists.Summary::size).containsExactly(EMAILS);
    }
}
