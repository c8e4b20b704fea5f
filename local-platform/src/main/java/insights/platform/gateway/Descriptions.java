package insights.platform.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Where the API is described, for whoever begins with the gateway alone. The descriptions themselves are the services'. */
final class Descriptions {

    static final String PATH = "/openapi";

    private static final List<String> SERVICES = List.of("destination-service", "segment-service", "export-service");
    private static final String ALLOWED = "GET, HEAD";

    private Descriptions() {}

    /** Answers a request for the list: {@code {"items":[{"title":…,"href":…}]}}. */
    static void answer(Caller caller) {
        HttpMethod method = caller.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            caller.response().putHeader("Allow", ALLOWED);
            caller.refuse(Problem.methodNotAllowed(ALLOWED));
            return;
        }
        JsonArray items = new JsonArray();
        SERVICES.forEach(service ->
                items.add(new JsonObject().put("title", service + " API").put("href", PATH + "/" + service)));
        Buffer body = new JsonObject().put("items", items).toBuffer();
        caller.beginAnswer(false);
        caller.response().putHeader("Content-Type", "application/json").end(body);
    }
}
