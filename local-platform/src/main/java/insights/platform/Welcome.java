package insights.platform;

import insights.platform.identity.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person needs to know when everything is up: addresses, users, and a first request. */
final class Welcome {

    private Welcome() {}

    static List<String> lines(PlatformFile platform, Duration took) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "Ready after %.1f s.", took.toMillis() / 1000.0));
        lines.add("");
        lines.add("  API                 " + platform.gateway());
        lines.add("  Keycloak            " + platform.keycloakConsole().url());
        lines.add("  Autopilot sandbox   " + platform.sandbox().api());
        lines.add("  Logs                " + platform.logs());
        lines.add("");
        lines.add("  User                Password");
        for (User user : platform.users()) {
            lines.add("  %-19s %s".formatted(user.name(), user.password()));
        }
        lines.add("");
        lines.add("  curl -H \"Authorization: Bearer $(make token USER=admin)\" " + platform.gateway() + "/exports");
        lines.add("");
        return lines;
    }
}
