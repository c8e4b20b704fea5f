package insights.sandbox.http;

import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Reply;
import insights.sandbox.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** The APIs over HTTP, on one port. Vert.x and not REST annotations: faults need a hand on the connection itself. */
@ApplicationScoped
class ApiServer {

    /** A hundred contacts are a tenth of a megabyte. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private static final String NOT_JSON = "<html><body><h1>It works!</h1></body></html>";

    private final Vertx vertx;
    private final Instance<StandIn> standIns;

    ApiServer(Vertx vertx, @Any Instance<StandIn> standIns) {
        this.vertx = vertx;
        this.standIns = standIns;
    }

    void init(@Observes Router router) {
        router.route().handler(context -> receive(context.request()));
        // What the router gives up on, a percent sign out of place, is answered in the API's words as well.
        router.errorHandler(400, context -> receive(context.request()));
    }

    private void receive(HttpServerRequest received) {
        Buffer body = Buffer.buffer();
        long[] length = {0};
        received.handler(chunk -> {
            length[0] += chunk.length();
            if (length[0] <= LARGEST_BODY) {
                body.appendBuffer(chunk);
            }
        });
        received.endHandler(end -> {
            Request request = new Request(
                    received.method().name(),
                    received.authority() == null ? "" : received.authority().host(),
                    received.path(),
                    received::getHeader,
                    length[0] > LARGEST_BODY ? null : body.getBytes());
            StandIn standIn = standIns.stream()
                    .filter(candidate -> candidate.api() == request.api())
                    .findFirst()
                    .orElseThrow();
            new Sending(received, standIn).send(standIn.reply(request));
        });
    }

    /** An answer on its way. */
    private final class Sending {

        private final HttpServerRequest request;
        private final StandIn standIn;

        Sending(HttpServerRequest request, StandIn standIn) {
            this.request = request;
            this.standIn = standIn;
        }

        void send(Reply reply) {
            switch (reply) {
                case Reply.Whole whole -> end(whole.answer());
                case Reply.Late late -> vertx.setTimer(late.by().toMillis(), timer -> sendIfAwaited(late.reply()));
                case Reply.Truncated truncated -> endHalfway(truncated.answer());
                case Reply.NotJson html -> head(200).end(NOT_JSON);
                case Reply.Close close -> request.connection().close();
                case Reply.Silence silence -> {}
            }
        }

        private void sendIfAwaited(Reply reply) {
            if (!request.response().closed()) {
                send(reply);
            }
        }

        private void end(Answer answer) {
            HttpServerResponse response = head(answer.status());
            answer.headers().forEach(response::putHeader);
            if (answer.body() == null) {
                response.end();
            } else {
                response.end(body(answer));
            }
        }

        private void endHalfway(Answer answer) {
            Buffer body = body(answer);
            head(answer.status())
                    .putHeader("Content-Length", Integer.toString(body.length()))
                    .write(body.slice(0, body.length() / 2))
                    .onComplete(written -> request.connection().close());
        }

        private Buffer body(Answer answer) {
            return Buffer.buffer(Json.bytes(answer.body())).appendString(standIn.ending());
        }

        private HttpServerResponse head(int status) {
            HttpServerResponse response = request.response().setStatusCode(status);
            standIn.headers().forEach(response::putHeader);
            return status == 204 ? response : response.putHeader("Content-Type", "application/json");
        }
    }
}
