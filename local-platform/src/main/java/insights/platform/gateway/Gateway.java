package insights.platform.gateway;

import insights.platform.port.Port;
import insights.platform.port.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;

/**
 * The one address of the API: what an ingress does in a cluster. The {@link Routes} decide who answers; what it answers
 * itself is a problem like those of the services.
 */
public final class Gateway implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int CONNECTIONS_PER_SERVICE = 64;

    private final Ports ports;
    private Vertx vertx;

    public Gateway(Ports ports) {
        this.ports = ports;
    }

    public synchronized void start() {
        // Newer JDKs would warn of it on the console.
        System.setProperty("io.netty.noUnsafe", "true");
        // It serves no files, so it needs no folder to unpack them in.
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setFileSystemOptions(noFiles));
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
        HttpProxy proxy = HttpProxy.reverseProxy(client).origin(this::origin).addInterceptor(new Answers());
        await(vertx.createHttpServer().requestHandler(proxy).listen(ports.of(Port.GATEWAY), HOST));
    }

    private Future<HttpClientRequest> origin(ProxyContext context) {
        Optional<Port> service = Routes.to(context.request().proxiedRequest().path());
        return service.map(port -> context.client()
                        .request(new RequestOptions().setHost(HOST).setPort(ports.of(port))))
                .orElseGet(() -> Future.failedFuture("No service has this path"));
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

    /** Lets the services see the address that the caller used, and answers for those that do not. */
    private static final class Answers implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest request = context.request().proxiedRequest();
            context.request().setAuthority(request.authority());
            return context.sendRequest().recover(failure -> Future.succeededFuture(problem(context)));
        }

        private static ProxyResponse problem(ProxyContext context) {
            HttpServerRequest request = context.request().proxiedRequest();
            ProxyResponse response = context.request().release().response();
            Problem problem = Routes.to(request.path())
                    .map(port -> Problem.unavailable(port.user()))
                    .orElseGet(Problem::notFound);
            return problem.write(response, request.getHeader(Problem.REQUEST_ID));
        }
    }
}
