package insights.common.start;

import java.net.URI;
import java.util.Set;

/** Which addresses secrets may travel to. */
public final class Nearness {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Nearness() {}

    /** Whether nobody between here and there can read or change what is said: it is encrypted, or never leaves this machine. */
    public static boolean isSafe(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme())
                        && address.getHost() != null
                        && THIS_MACHINE.contains(address.getHost());
    }
}
