package insights.platform.gateway;

import insights.platform.port.Port;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** Whether a service is alive, asked when it makes somebody wait. */
final class Pulse {

    private final Vertx vertx;
    private final HttpClient client;
    private final Patience patience;
    private final Upstreams upstreams;

    Pulse(Vertx vertx, HttpClient client, Patience patience, Upstreams upstreams) {
        this.vertx = vertx;
        this.client = client;
        this.patience = patience;
        this.upstreams = upstreams;
    }

    /** Whether it answers at all, within seconds. Slow is not dead: an answer that takes long may still come. */
    Future<Boolean> of(Port service) {
        Upstreams.Address address = upstreams.pulses().get(service);
        RequestOptions live = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address.host())
                .setPort(address.port())
                .setURI("/q/health/live")
                .setTimeout(patience.pulse().toMillis());
        return new Connecting(vertx, client, live, () -> false)
                .begin()
                .compose(request -> request.send().map(response -> true))
                .recover(dead -> Future.succeededFuture(false));
    }
}
