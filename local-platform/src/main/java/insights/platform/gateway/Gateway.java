package insights.platform.gateway;

import insights.platform.port.Port;
import insights.platform.port.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.Optional;

/**
 * The one address of the API: what an ingress does in a cluster. The {@link Routes} decide who answers; what it answers
 * itself is a problem like those of the services. A request either gets an answer or loses its connection: none is kept
 * waiting by a service that hangs, by an upload that pauses, or by those who follow a run.
 */
public final class Gateway implements AutoCloseable {

    private static final int CONNECTIONS_PER_SERVICE = 64;
    private static final int WAITING_PER_SERVICE = 1_000;
    private static final int STREAMS_PER_SERVICE = 512;
    private static final int CONNECT_MILLIS = 2_000;

    private final Upstreams upstreams;
    private final Patience patience;
    private final Followers followers = new Followers();
    private Vertx vertx;
    private HttpClient client;
    private HttpClient streams;
    private Pulse pulse;

    public Gateway(Ports ports) {
        this(ports, Patience.USUAL);
    }

    Gateway(Ports ports, Patience patience) {
        this(Upstreams.onThisMachine(ports), patience);
    }

    Gateway(Upstreams upstreams, Patience patience) {
        this.upstreams = upstreams;
        this.patience = patience;
    }

    public synchronized void start() {
        // Newer JDKs would warn of it on the console.
        System.setProperty("io.netty.noUnsafe", "true");
        // It serves no files, so it needs no folder to unpack them in.
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setFileSystemOptions(noFiles));
        client = client(CONNECTIONS_PER_SERVICE);
        streams = client(STREAMS_PER_SERVICE);
        pulse = new Pulse(vertx, client(CONNECTIONS_PER_SERVICE), patience, upstreams);
        HttpServerOptions options = new HttpServerOptions()
                .setMaxInitialLineLength(Door.LONGEST_LINE)
                .setMaxHeaderSize(Door.LARGEST_HEADERS)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
        await(vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .invalidRequestHandler(this::handle)
                .listen(upstreams.gateway().port(), upstreams.gateway().host()));
    }

    private HttpClient client(int connections) {
        return vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS),
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(WAITING_PER_SERVICE));
    }

    private void handle(HttpServerRequest request) {
        Caller caller = new Caller(vertx, request);
        Optional<Problem> refusal = Door.refusal(request);
        if (refusal.isPresent()) {
            caller.refuse(refusal.get());
            return;
        }
        Optional<Port> service = Routes.to(request.path());
        if (request.path().equals(Descriptions.PATH)) {
            Descriptions.answer(caller);
        } else if (service.isEmpty()) {
            caller.refuse(Problem.notFound());
        } else if (Followers.isStream(request)) {
            follow(caller, service.get());
        } else {
            new Forwarding(vertx, client, pulse, patience, caller, service.get(), upstreams).begin();
        }
    }

    private void follow(Caller caller, Port service) {
        String person = Followers.person(caller.request());
        if (followers.enter(person)) {
            caller.whenOver(() -> followers.leave(person));
            new Forwarding(vertx, streams, pulse, patience, caller, service, upstreams).begin();
        } else {
            caller.refuse(Problem.tooManyFollowers(Followers.MOST));
        }
    }

    @Override
    public synchronized void close() {
        if (vertx != null) {
            await(vertx.close());
        }
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
