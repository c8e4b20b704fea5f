package insights.export.notice;

import insights.common.start.Nearness;
import insights.common.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Refuses notices that anybody could read or make. */
@ApplicationScoped
class NoticeConfigCheck implements StartCheck {

    private final NoticeConfig config;

    NoticeConfigCheck(NoticeConfig config) {
        this.config = config;
    }

    @Override
    public List<String> faults() {
        return config.url().map(this::faults).orElse(List.of());
    }

    private List<String> faults(URI url) {
        List<String> faults = new ArrayList<>();
        boolean plain = "http".equals(url.getScheme()) && url.getHost() != null;
        if (!Nearness.isSafe(url) && !(plain && config.allowHttp())) {
            faults.add(
                    "insights.notices.url must begin with https://; insights.notices.allow-http=true allows http:// too.");
        }
        try {
            config.secret().ifPresent(Signature::of);
            if (config.secret().isEmpty()) {
                faults.add("insights.notices.url needs insights.notices.secret: " + Signature.FORM);
            }
        } catch (IllegalStateException e) {
            faults.add(e.getMessage());
        }
        return faults;
    }
}
