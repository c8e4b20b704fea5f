package insights.platform;

import insights.platform.identity.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person needs to know when everything is up: addresses, users, and a first request. */
final class Welcome {

    private Welcome() {}

    /** @param known whether {@code make token} finds this platform without being told which */
    static List<String> lines(PlatformFile platform, Duration took, boolean known) {
        String which = known ? "" : " RUN=" + platform.pid();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "Ready after %.1f s. It stays up until Ctrl-C.", seconds(took)));
        lines.add("");
        if (platform.console() != null) {
            lines.add("  Open in a browser   " + platform.console());
        }
        lines.add("  API                 " + platform.gateway());
        lines.add("  Sandbox             " + platform.sandbox().api());
        lines.add("  Logs                " + platform.logs());
        lines.add("");
        lines.add("  User                Password");
        for (User user : platform.users()) {
            lines.add("  %-19s %s".formatted(user.name(), user.password()));
        }
        lines.add("");
        lines.add("  Keycloak's console  " + platform.keycloakConsole().url());
        lines.add("  %-19s %s"
                .formatted(
                        platform.keycloakConsole().user(),
                        platform.keycloakConsole().password()));
        lines.add("");
        if (!known) {
            lines.add("  Another platform of this checkout is up: `make token` means that one, unless it is told this"
                    + " one.");
            lines.add("");
        }
        lines.add("  curl -H \"Authorization: Bearer $(make token USER=admin%s)\" %s/exports"
                .formatted(which, platform.gateway()));
        lines.add("");
        return lines;
    }

    /** What one needs to do the main job oneself. */
    static List<String> empty(PlatformFile platform) {
        return List.of(
                "",
                "Nothing is in it yet. The key of the stand-in for Autopilot: "
                        + platform.sandbox().apiKey());
    }

    /** What there is to know when everything ends now: no address, for nobody would answer there. */
    static List<String> done(PlatformFile platform, Duration took) {
        return List.of(
                "",
                String.format(
                        Locale.ROOT, "Done after %.1f s, and stopping. Logs: %s", seconds(took), platform.logs()));
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }
}
