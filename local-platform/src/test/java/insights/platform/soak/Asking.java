package insights.platform.soak;

import insights.platform.LocalPlatform;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.process.PlatformFailure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Somebody who asks the API, signs in again when that is wanted, and asks again when somebody is away. */
final class Asking {

    static final int LONGEST_SECONDS = 30;

    private static final long PATIENCE = Duration.ofMinutes(3).toNanos();
    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final LocalPlatform platform;
    private final String user;
    private final Report report;
    private volatile ApiClient api;

    Asking(LocalPlatform platform, String user, Report report) {
        this.platform = platform;
        this.user = user;
        this.report = report;
        signIn();
    }

    /** Asks once: the answer, whatever it is; null when there is none. */
    Answer once(Function<ApiClient, Answer> question) {
        long asked = System.nanoTime();
        Answer answer = null;
        try {
            answer = question.apply(api);
        } catch (PlatformFailure nobodyThere) {
            report.answered(0);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - asked);
        if (taken.toSeconds() >= LONGEST_SECONDS) {
            report.wrong("%s had no answer for %s".formatted(answer == null ? "Somebody" : answer.request(), taken));
        }
        if (answer != null) {
            report.answered(answer.status());
            if (answer.status() == 500) {
                report.wrong(answer.toString());
            }
        }
        return answer;
    }

    /** Asks until somebody is there who answers. */
    Answer answer(Function<ApiClient, Answer> question) {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            Answer answer = once(question);
            if (answer != null && answer.status() == 401) {
                signIn();
            } else if (answer != null && answer.status() < 500) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Nobody came back within %s: %s".formatted(PATIENCE, answer));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void signIn() {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                api = platform.api(platform.signIn(user));
                return;
            } catch (RuntimeException away) {
                if (System.nanoTime() > end) {
                    throw away;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
