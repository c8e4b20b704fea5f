package insights.export.notice;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/** Refuses to start with notices that anybody could read or make. */
@ApplicationScoped
class NoticeConfigCheck {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    void onStart(@Observes StartupEvent event, NoticeConfig config) {
        config.url().ifPresent(url -> check(url, config));
    }

    private static void check(URI url, NoticeConfig config) {
        boolean secure = "https".equals(url.getScheme());
        boolean plain = "http".equals(url.getScheme()) && url.getHost() != null;
        if (!secure && !(plain && (config.allowHttp() || THIS_MACHINE.contains(url.getHost())))) {
            throw new IllegalStateException(
                    "insights.notices.url must begin with https://; insights.notices.allow-http=true allows http:// too");
        }
        Signature.of(config.secret()
                .orElseThrow(() -> new IllegalStateException(
                        "insights.notices.url needs insights.notices.secret: " + Signature.FORM)));
    }
}
