package insights.platform.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which port everything has. All of them are on the loopback interface: nobody else can reach this platform. */
public final class Ports implements AutoCloseable {

    private final Map<Port, Integer> numbers;
    private final FreePorts free;

    private Ports(Map<Port, Integer> numbers, FreePorts free) {
        this.numbers = numbers;
        this.free = free;
    }

    /** The standard ports, but for those given. */
    public static Ports standardExcept(Map<Port, Integer> chosen) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, chosen.getOrDefault(port, port.standard()));
        }
        return new Ports(numbers, new FreePorts());
    }

    /** Ports that nobody uses, but for those given; nobody else chooses them before they are {@linkplain #close given back}. */
    public static Ports freeExcept(Map<Port, Integer> chosen) {
        FreePorts free = new FreePorts();
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, chosen.containsKey(port) ? chosen.get(port) : free.next());
        }
        return new Ports(numbers, free);
    }

    /** Lets others have what was chosen. */
    @Override
    public void close() {
        free.close();
    }

    /** The number of a port. */
    public int of(Port port) {
        return numbers.get(port);
    }

    /** Where something answers, by the name that people use. */
    public URI url(Port port) {
        return URI.create("http://localhost:" + of(port));
    }

    /** Why things cannot listen where they should, a sentence each: who wants a port, and how to choose another one. */
    public List<String> conflicts() {
        List<String> conflicts = new ArrayList<>();
        Map<Integer, Port> first = new HashMap<>();
        for (Port port : Port.values()) {
            Port other = first.putIfAbsent(of(port), port);
            if (other != null) {
                conflicts.add("Port %d is wanted by %s and by %s: choose another one with ARGS=%s=N."
                        .formatted(of(port), other.user(), port.user(), port.option()));
            } else if (isTaken(of(port))) {
                conflicts.add(
                        "Port %d is taken, but %s wants it: stop what uses it, or choose another one with ARGS=%s=N."
                                .formatted(of(port), port.user(), port.option()));
            }
        }
        return conflicts;
    }

    private static boolean isTaken(int number) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
        // Some systems let one bind beside a listener on all interfaces, so that only a connection tells.
        try (Socket socket = new Socket()) {
            socket.connect(address, 500);
            return true;
        } catch (IOException nobodyAnswers) {
            return !canListen(address);
        }
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
