package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.LocalPlatform;
import insights.platform.http.ApiClient;
import insights.platform.services.Service;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What dies by itself on the running platform is told, and started again. */
@ExtendWith(SharedPlatform.class)
class DeathE2ETest {

    private static final int VOLLEY = 40;

    @Test
    @Timeout(180)
    void aService(Workbench workbench) throws Exception {
        // Not the first that is found: the browser's tests leave a platform up beside this one.
        kill(workbench.platform().process(Service.SEGMENT).handle());

        awaitSaid(workbench, "segment-service ended with status 137: it is started again");
        awaitAnswers(workbench.as("viewer"), "/segments");
    }

    /** Case O03. */
    @Test
    @Timeout(180)
    void theDatabaseServerWithAllThatItHeld(Workbench workbench) throws Exception {
        String segment = workbench.refreshedSegment("death", "customer_id,email,cohort\nd-1,d1@example.com,death\n");
        LocalPlatform platform = workbench.platform();
        long pid = Long.parseLong(Files.readAllLines(platform.postgres().data().resolve("postmaster.pid"))
                .getFirst());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        kill(postmaster);

        awaitSaid(workbench, "postgresql ended: it is started again");
        ApiClient contributor = workbench.as("contributor");
        awaitAnswers(contributor, "/segments/" + segment);
        awaitAnswers(contributor, "/exports");
        awaitAnswers(contributor, "/connections");
        assertThat(contributor.get("/segments/" + segment).json().get("size").intValue())
                .isEqualTo(1);
    }

    /** So many at once that every connection to the database is used: those that died with the server are gone then. */
    private static void awaitAnswers(ApiClient api, String path) {
        Waiting.until(path + " is answered again", () -> IntStream.range(0, VOLLEY)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> api.get(path).status(), work -> Thread.ofVirtual().start(work)))
                .toList()
                .stream()
                .allMatch(status -> status.join() == 200));
    }

    private static void awaitSaid(Workbench workbench, String words) {
        Waiting.until("somebody is told: " + words, () -> workbench.said().contains(words));
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }
}
