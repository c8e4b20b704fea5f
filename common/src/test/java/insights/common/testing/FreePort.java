package insights.common.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Ports for what is started later, or again. They are below those that systems hand out by themselves (from 32768 on Linux,
 * from 49152 elsewhere): a connection that somebody makes meanwhile, or a server on any free port, would have taken one of
 * those. Local platforms choose theirs from 20000, see {@code insights.platform.port.FreePorts}.
 */
public final class FreePort {

    private static final int LOWEST = 12_000;
    private static final int BEYOND = 20_000;
    private static final int TRIES = 1_000;

    // Two builds side by side must not choose alike.
    private static final Random RANDOM = new Random();

    private FreePort() {}

    /** One that nobody has right now. */
    public static int next() {
        for (int i = 0; i < TRIES; i++) {
            int number = RANDOM.nextInt(LOWEST, BEYOND);
            if (isFree(number)) {
                return number;
            }
        }
        throw new IllegalStateException("There is no free port from %d to %d.".formatted(LOWEST, BEYOND - 1));
    }

    private static boolean isFree(int number) {
        try (ServerSocket everywhere = new ServerSocket()) {
            everywhere.setReuseAddress(false);
            everywhere.bind(new InetSocketAddress(number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
