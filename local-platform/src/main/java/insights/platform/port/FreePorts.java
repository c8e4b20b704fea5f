package insights.platform.port;

import insights.platform.process.PlatformFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Ports that nobody else gets between the moment they are chosen and the one they are listened on, which may be a minute
 * later. They are below those that systems hand out by themselves (from 32768 on Linux, from 49152 elsewhere), and each is
 * held by a socket that is bound but does not listen: a server of ours can listen beside it, another platform cannot
 * choose it.
 */
final class FreePorts implements AutoCloseable {

    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 10_000;

    private final RandomGenerator random;
    private final int lowest;
    private final int beyond;
    private final Set<Integer> given = new HashSet<>();
    private final List<SocketChannel> holding = new ArrayList<>();

    FreePorts() {
        this(new Random(), LOWEST, BEYOND);
    }

    FreePorts(RandomGenerator random, int lowest, int beyond) {
        this.random = random;
        this.lowest = lowest;
        this.beyond = beyond;
    }

    /** Another one. */
    int next() {
        for (int i = 0; i < TRIES; i++) {
            int number = random.nextInt(lowest, beyond);
            if (!given.contains(number) && isFree(number)) {
                given.add(number);
                hold(number);
                return number;
            }
        }
        throw new PlatformFailure("There is no free port from %d to %d.".formatted(lowest, beyond - 1));
    }

    /** Lets others have them. */
    @Override
    public void close() {
        for (SocketChannel socket : holding) {
            try {
                socket.close();
            } catch (IOException nothingIsLost) {
                // The process ends soon, and the socket with it.
            }
        }
        holding.clear();
    }

    private static boolean isFree(int number) {
        try (ServerSocket everywhere = new ServerSocket()) {
            // Whoever holds a port allows no other socket but one that asks to reuse it.
            everywhere.setReuseAddress(false);
            everywhere.bind(new InetSocketAddress(number));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private void hold(int number) {
        try {
            SocketChannel socket = SocketChannel.open();
            holding.add(socket);
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            // Then it is only chosen.
            given.add(number);
        }
    }
}
