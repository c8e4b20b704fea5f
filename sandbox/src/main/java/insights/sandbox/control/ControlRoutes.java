package insights.sandbox.control;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import insights.sandbox.account.Accounts;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.json.Json;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** What the control plane offers, all of it below {@code /control}. */
@ApplicationScoped
class ControlRoutes {

    /** Answers a request, or refuses it. */
    @FunctionalInterface
    private interface Operation {
        Answer apply(ControlCall call) throws IOException;
    }

    private final Vertx vertx;
    private final Accounts accounts;
    private final AccountControl account;
    private final StateControl state;
    private final FaultControl faults;

    ControlRoutes(Vertx vertx, Accounts accounts, AccountControl account, StateControl state, FaultControl faults) {
        this.vertx = vertx;
        this.accounts = accounts;
        this.account = account;
        this.state = state;
        this.faults = faults;
    }

    Router router() {
        Router control = Router.router(vertx);
        control.route().handler(BodyHandler.create(false));
        control.get("/health").handler(answering(call -> Answer.ok(Json.object().put("status", "UP"))));
        control.get("/counters").handler(answering(state::strangers));

        control.get("/accounts").handler(answering(account::all));
        control.post("/accounts").handler(answering(account::create));
        control.get("/accounts/:key").handler(answering(account::get));
        control.patch("/accounts/:key").handler(answering(account::configure));
        control.delete("/accounts/:key").handler(answering(account::delete));
        control.post("/accounts/:key/reset").handler(answering(account::reset));

        control.get("/accounts/:key/faults").handler(answering(faults::all));
        control.post("/accounts/:key/faults").handler(answering(faults::add));
        control.delete("/accounts/:key/faults").handler(answering(faults::clear));
        control.delete("/accounts/:key/faults/:fault").handler(answering(faults::remove));

        control.get("/accounts/:key/counters").handler(answering(state::counters));
        control.delete("/accounts/:key/counters").handler(answering(state::clearCounters));
        control.get("/accounts/:key/requests").handler(answering(state::requests));
        control.delete("/accounts/:key/requests").handler(answering(state::clearRequests));
        control.get("/accounts/:key/lists").handler(answering(AutopilotControl::lists));
        control.delete("/accounts/:key/lists/:list").handler(answering(AutopilotControl::deleteList));
        control.get("/accounts/:key/contacts").handler(answering(state::contacts));
        control.post("/accounts/:key/segments").handler(answering(AutopilotControl::createSegment));
        control.get("/accounts/:key/tags").handler(answering(OrttoControl::tags));
        control.post("/accounts/:key/suppressions").handler(answering(OrttoControl::suppress));
        control.delete("/accounts/:key/suppressions").handler(answering(OrttoControl::unsuppress));
        control.post("/accounts/:key/settle").handler(answering(OrttoControl::settle));
        control.route().handler(answering(call -> {
            throw Refusal.notFound("There is nothing here.");
        }));

        Router root = Router.router(vertx);
        root.route("/control/*").subRouter(control);
        return root;
    }

    /** An operation that answers null has taken the response into its own hands. */
    private Handler<RoutingContext> answering(Operation operation) {
        return context -> {
            Answer answer;
            try {
                answer = operation.apply(new ControlCall(context, accounts));
            } catch (Refusal refusal) {
                answer = refusal.answer(false);
            } catch (IOException | IllegalArgumentException e) {
                answer = Refusal.badRequest(whatIsWrong(e)).answer(false);
            }
            if (answer != null) {
                send(context.response(), answer);
            }
        };
    }

    private static void send(HttpServerResponse response, Answer answer) {
        response.setStatusCode(answer.status());
        if (answer.body() == null) {
            response.end();
        } else {
            response.putHeader("Content-Type", "application/json").end(Buffer.buffer(Json.bytes(answer.body())));
        }
    }

    private static String whatIsWrong(Exception e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "There is no member \"" + unknown.getPropertyName() + "\".";
            case JsonMappingException mapping
            when mapping.getCause() instanceof IllegalArgumentException cause -> cause.getMessage();
            case JsonMappingException mapping
            when !mapping.getPath().isEmpty() ->
                "The member \"" + mapping.getPath().getLast().getFieldName() + "\" cannot have this value.";
            case IOException json -> "The body is not JSON.";
            default -> e.getMessage();
        };
    }
}
