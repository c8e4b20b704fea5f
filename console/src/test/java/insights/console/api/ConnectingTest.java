package insights.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of connections that are refused. */
class ConnectingTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void oneThatIsRefusedIsTriedAgain() {
        assertThat(connect(number -> number < 4 ? refused() : Future.succeededFuture(), false))
                .succeedsWithin(Duration.ofSeconds(10));
        assertThat(tries).hasValue(4);
    }

    @Test
    void aServiceThatIsGoneIsGivenUp() {
        assertThatThrownBy(() -> connect(number -> refused(), false).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(tries).hasValue(5);
    }

    @Test
    void whatIsNoRefusalIsNotTriedAgain() {
        assertThatThrownBy(() -> connect(number -> Future.failedFuture(new IOException("broken")), false)
                        .get())
                .hasRootCauseMessage("broken");
        assertThat(tries).hasValue(1);
    }

    @Test
    void nobodyTriesForSomebodyWhoLeft() {
        assertThatThrownBy(() -> connect(number -> refused(), true).get()).hasCauseInstanceOf(ConnectException.class);
        assertThat(tries).hasValue(1);
    }

    private CompletableFuture<HttpClientRequest> connect(
            IntFunction<Future<HttpClientRequest>> answer, boolean unwanted) {
        HttpClient client = (HttpClient) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpClient.class},
                (proxy, method, arguments) -> answer.apply(tries.incrementAndGet()));
        return new Connecting(vertx, client, new RequestOptions(), () -> unwanted)
                .begin()
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static Future<HttpClientRequest> refused() {
        return Future.failedFuture(new ConnectException("refused"));
    }
}
