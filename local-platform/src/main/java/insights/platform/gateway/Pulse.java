package insights.platform.gateway;

import insights.platform.port.Port;
import insights.platform.port.Ports;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** Whether a service is alive, asked at its management port when it makes somebody wait. */
final class Pulse {

    private final HttpClient client;
    private final Patience patience;
    private final Ports ports;

    Pulse(HttpClient client, Patience patience, Ports ports) {
        this.client = client;
        this.patience = patience;
        this.ports = ports;
    }

    /** Whether it answers at all, within seconds. Slow is not dead: an answer that takes long may still come. */
    Future<Boolean> of(Port service) {
        RequestOptions live = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(Gateway.HOST)
                .setPort(ports.of(management(service)))
                .setURI("/q/health/live")
                .setTimeout(patience.pulse().toMillis());
        return client.request(live)
                .compose(request -> request.send().map(response -> true))
                .recover(dead -> Future.succeededFuture(false));
    }

    private static Port management(Port service) {
        return switch (service) {
            case DESTINATION_SERVICE -> Port.DESTINATION_MANAGEMENT;
            case SEGMENT_SERVICE -> Port.SEGMENT_MANAGEMENT;
            case EXPORT_SERVICE -> Port.EXPORT_MANAGEMENT;
            default -> throw new IllegalArgumentException(service + " is no service");
        };
    }
}
