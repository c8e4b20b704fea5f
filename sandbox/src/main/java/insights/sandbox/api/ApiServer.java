package insights.sandbox.api;

import insights.sandbox.answer.Answer;
import insights.sandbox.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Autopilot's API over HTTP. Vert.x and not REST annotations: faults need a hand on the connection itself. */
@ApplicationScoped
class ApiServer {

    /** A hundred contacts are a tenth of a megabyte. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private static final String NOT_JSON = "<html><body><h1>It works!</h1></body></html>";

    private final Vertx vertx;
    private final Autopilot autopilot;
    private final Clock clock;

    ApiServer(Vertx vertx, Autopilot autopilot, Clock clock) {
        this.vertx = vertx;
        this.autopilot = autopilot;
        this.clock = clock;
    }

    void init(@Observes Router router) {
        router.route().handler(context -> receive(context.request()));
        // What the router gives up on, a percent sign out of place, is answered in Autopilot's words as well.
        router.errorHandler(400, context -> receive(context.request()));
    }

    private void receive(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        long[] length = {0};
        request.handler(chunk -> {
            length[0] += chunk.length();
            if (length[0] <= LARGEST_BODY) {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> send(
                request,
                autopilot.reply(
                        request.method().name(),
                        request.path(),
                        request.getHeader("autopilotapikey"),
                        length[0] > LARGEST_BODY ? null : body.getBytes())));
    }

    private void send(HttpServerRequest request, Reply reply) {
        switch (reply) {
            case Reply.Whole whole when whole.delay().isZero() -> end(request, whole.answer());
            case Reply.Whole whole -> vertx.setTimer(whole.delay().toMillis(), timer -> end(request, whole.answer()));
            case Reply.Truncated truncated -> endHalfway(request, truncated.answer());
            case Reply.NotJson html -> head(request, 200).end(NOT_JSON);
            case Reply.Close close -> request.connection().close();
            case Reply.Silence silence -> {}
        }
    }

    private void end(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = head(request, answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.body() == null) {
            response.end();
        } else {
            response.end(Buffer.buffer(Json.bytes(answer.body())));
        }
    }

    private void endHalfway(HttpServerRequest request, Answer answer) {
        Buffer body = Buffer.buffer(Json.bytes(answer.body()));
        head(request, answer.status())
                .putHeader("Content-Length", Integer.toString(body.length()))
                .write(body.slice(0, body.length() / 2))
                .onComplete(written -> request.connection().close());
    }

    /** The headers of every answer, as recorded in 2017. */
    private HttpServerResponse head(HttpServerRequest request, int status) {
        String now =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        HttpServerResponse response = request.response().setStatusCode(status).putHeader("Last-Modified", now);
        return status == 204 ? response : response.putHeader("Content-Type", "application/json");
    }
}
