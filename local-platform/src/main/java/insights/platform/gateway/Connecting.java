package insights.platform.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The way to a connection with a service. One that is refused is tried again a few times: while pods come and go the next
 * try meets another one, and as nothing was sent nothing happens twice.
 */
final class Connecting {

    private static final int MOST = 5;
    private static final long PAUSE_MILLIS = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final RequestOptions options;
    private final BooleanSupplier unwanted;

    private int tries;

    /** @param unwanted whether nobody waits for it any more */
    Connecting(Vertx vertx, HttpClient client, RequestOptions options, BooleanSupplier unwanted) {
        this.vertx = vertx;
        this.client = client;
        this.options = options;
        this.unwanted = unwanted;
    }

    Future<HttpClientRequest> begin() {
        tries++;
        return client.request(options).recover(failure -> {
            boolean refused = failure instanceof ConnectException;
            if (!refused || tries >= MOST || unwanted.getAsBoolean()) {
                return Future.failedFuture(failure);
            }
            return vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS).compose(passed -> begin());
        });
    }
}
