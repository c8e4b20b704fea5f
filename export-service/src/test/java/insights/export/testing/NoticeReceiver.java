package insights.export.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import insights.common.testing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who is told of ended runs, and may be slow to understand. */
public final class NoticeReceiver {

    private static final NoticeReceiver INSTANCE = new NoticeReceiver();

    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

    /** What came. Header names are in lower case. */
    public record Notice(Map<String, String> headers, String body) {

        public Json event() {
            return Json.from(body);
        }
    }

    private NoticeReceiver() {
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(NoticesResource.PORT)),
                    0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/notices", this::receive);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static NoticeReceiver get() {
        return INSTANCE;
    }

    /** Answers 500 to the next notices of an export. */
    public void refuse(String export, int times) {
        refusals.put(export, new AtomicInteger(times));
    }

    /** All that came about an export. */
    public List<Notice> of(String export) {
        return notices.stream()
                .filter(notice -> export.equals(notice.event().getString("data.exportId")))
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        Notice notice = new Notice(headers, body);
        notices.add(notice);
        boolean refused = Optional.ofNullable(refusals.get(notice.event().getString("data.exportId")))
                .map(left -> left.getAndDecrement() > 0)
                .orElse(false);
        exchange.sendResponseHeaders(refused ? 500 : 204, -1);
        exchange.close();
    }
}
