package insights.platform.gateway;

import insights.platform.port.Port;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** One request on its way to a service, and the answer on its way back. Everything happens on one event loop. */
final class Forwarding {

    /** So many looks fall into the time after which a service is suspected. */
    private static final int LOOKS = 5;

    /** Headers that are about one connection (RFC 9110, 7.6.1), and what we answered ourselves. */
    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");

    private final Vertx vertx;
    private final HttpClient client;
    private final Pulse pulse;
    private final Patience patience;
    private final Caller caller;
    private final Port service;
    private final Upstreams upstreams;

    private HttpClientRequest upstream;
    private long waitingSince = System.nanoTime();
    private long lastOfBody = System.nanoTime();
    private boolean asking;
    private boolean sent;
    private boolean askedAgain;
    private boolean answeredWhole;
    private boolean over;

    Forwarding(
            Vertx vertx,
            HttpClient client,
            Pulse pulse,
            Patience patience,
            Caller caller,
            Port service,
            Upstreams upstreams) {
        this.vertx = vertx;
        this.client = client;
        this.pulse = pulse;
        this.patience = patience;
        this.caller = caller;
        this.service = service;
        this.upstreams = upstreams;
    }

    void begin() {
        HttpServerRequest request = caller.request();
        request.pause();
        long timer = vertx.setPeriodic(patience.suspicion().toMillis() / LOOKS, tick -> look());
        caller.whenOver(() -> {
            over = true;
            vertx.cancelTimer(timer);
            abandon();
        });
        connect();
    }

    private void connect() {
        HttpServerRequest request = caller.request();
        Upstreams.Address address = upstreams.services().get(service);
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(address.host())
                .setPort(address.port())
                .setURI(request.uri());
        new Connecting(vertx, client, options, () -> over || caller.isAnswered())
                .begin()
                .onSuccess(this::send)
                .onFailure(failure -> fail());
    }

    private void send(HttpClientRequest connected) {
        upstream = connected;
        if (over || caller.isAnswered()) {
            connected.reset();
            return;
        }
        HttpServerRequest request = caller.request();
        copy(request.headers(), connected.headers());
        if (!request.headers().contains("Host")) {
            connected.putHeader("Host", "localhost:" + upstreams.gateway().port());
        }
        connected.setChunked(request.headers().contains("Transfer-Encoding"));
        connected.response().onSuccess(this::answer).onFailure(failure -> broke(connected));
        connected.exceptionHandler(failure -> broke(connected));
        if (sent) {
            connected.end();
            return;
        }
        connected.drainHandler(drained -> {
            waitingSince = System.nanoTime();
            request.resume();
        });
        request.handler(part -> {
            lastOfBody = System.nanoTime();
            connected.write(part);
            if (connected.writeQueueFull()) {
                waitingSince = System.nanoTime();
                request.pause();
            }
        });
        request.endHandler(all -> {
            caller.bodyEnded();
            waitingSince = System.nanoTime();
            sent = true;
            connected.end();
        });
        request.resume();
    }

    /**
     * A connection that was kept may end in the moment in which it is used again, when a service goes: what only reads and
     * was not answered is asked once more (RFC 9110, 9.2.2).
     */
    private void broke(HttpClientRequest connected) {
        if (connected != upstream) {
            return;
        }
        HttpMethod method = caller.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (sent && reads && !askedAgain && !over && !caller.isAnswered()) {
            askedAgain = true;
            upstream = null;
            connect();
        } else {
            fail();
        }
    }

    private void answer(HttpClientResponse answer) {
        if (over || caller.isAnswered()) {
            return;
        }
        caller.beginAnswer(false);
        HttpServerResponse response = caller.response();
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        copy(answer.headers(), response.headers());
        boolean hasLength = answer.headers().contains("Content-Length");
        boolean isEmpty = answer.statusCode() == 204 || answer.statusCode() == 304;
        response.setChunked(!hasLength && !isEmpty);
        answer.exceptionHandler(broken -> caller.breakOff());
        answer.handler(part -> {
            response.write(part);
            if (response.writeQueueFull()) {
                answer.pause();
                response.drainHandler(drained -> answer.resume());
            }
        });
        answer.endHandler(all -> {
            answeredWhole = true;
            response.end();
        });
    }

    /** Looks whether it is the service that is waited for, and if so for how long. */
    private void look() {
        boolean callersTurn = upstream != null && !caller.hasSentItsBody() && !upstream.writeQueueFull();
        Duration waited = since(waitingSince);
        if (over || asking || caller.isAnswered() || callersTurn || waited.compareTo(patience.suspicion()) < 0) {
            return;
        }
        if (waited.compareTo(patience.longest()) >= 0) {
            fail();
            return;
        }
        asking = true;
        pulse.of(service).onSuccess(alive -> {
            asking = false;
            if (!alive) {
                fail();
            }
        });
    }

    private void fail() {
        Duration pause = since(lastOfBody);
        boolean paused = upstream != null && !caller.hasSentItsBody() && pause.compareTo(patience.suspicion()) >= 0;
        caller.refuse(
                paused ? Problem.uploadPaused(service.user(), pause.toSeconds()) : Problem.unavailable(service.user()));
        abandon();
    }

    /** A connection on which something is unfinished is not used again. */
    private void abandon() {
        if (upstream != null && !(sent && answeredWhole)) {
            upstream.reset();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static void copy(MultiMap from, MultiMap to) {
        Set<String> left = new HashSet<>(OF_ONE_CONNECTION);
        for (String named : from.getAll("Connection")) {
            Arrays.stream(named.split(","))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .forEach(left::add);
        }
        from.forEach(header -> {
            if (!left.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                to.add(header.getKey(), header.getValue());
            }
        });
    }
}
