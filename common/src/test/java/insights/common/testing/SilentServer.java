package insights.common.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes every connection, and never says a word: the worst that a neighbour can do. */
public final class SilentServer implements AutoCloseable {

    private static final int BACKLOG = 100;

    private final ServerSocket listening;
    private final Thread taking = Thread.ofPlatform().daemon().unstarted(this::take);
    private final Queue<Socket> taken = new ConcurrentLinkedQueue<>();

    private SilentServer(ServerSocket listening) {
        this.listening = listening;
    }

    /** @param port 0 for any */
    public static SilentServer at(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            SilentServer server = new SilentServer(socket);
            server.taking.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, for HTTP. */
    public String url() {
        return "http://localhost:" + listening.getLocalPort();
    }

    /** How many connections were made. */
    public int connections() {
        return taken.size();
    }

    private void take() {
        try {
            while (true) {
                taken.add(listening.accept());
            }
        } catch (IOException e) {
            // Closed.
            return;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : taken) {
                socket.close();
            }
            // From then on somebody else can have the port.
            taking.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
