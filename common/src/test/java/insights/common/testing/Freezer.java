package insights.common.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passes on what is said between a client and a server, until it is frozen: then connections stay and nothing comes. It may lead to
 * another server later, as an address does whose server was replaced.
 */
public final class Freezer implements AutoCloseable {

    private static final int PIECE = 8192;

    private final ServerSocket listening;
    private volatile int server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private boolean frozen;

    private Freezer(ServerSocket listening, int server) {
        this.listening = listening;
        this.server = server;
    }

    /** In front of a server on this machine. */
    public static Freezer before(int port) {
        try {
            Freezer freezer = new Freezer(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), port);
            Thread.ofPlatform().daemon().start(freezer::take);
            return freezer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    public void freeze() {
        set(true);
    }

    public void thaw() {
        set(false);
    }

    /** Where new connections lead from now on; those that are there stay where they are. */
    public void leadTo(int port) {
        server = port;
    }

    /** Ends all connections that are there. */
    public void cut() {
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            close(socket);
        }
    }

    private void set(boolean state) {
        lock.lock();
        try {
            frozen = state;
            thawed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take() {
        try {
            while (true) {
                lead(listening.accept());
            }
        } catch (IOException e) {
            // Closed.
            return;
        }
    }

    private void lead(Socket client) {
        try {
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(client);
            open.add(there);
            Thread.ofPlatform().daemon().start(() -> pass(client, there));
            Thread.ofPlatform().daemon().start(() -> pass(there, client));
        } catch (IOException nobodyThere) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                awaitThaw();
                out.write(piece, 0, n);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // One side is gone, and so the other.
            return;
        }
    }

    private void awaitThaw() throws InterruptedException {
        lock.lock();
        try {
            while (frozen) {
                thawed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thaw();
        cut();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
