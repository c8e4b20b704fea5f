package insights.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.fault.Fault;
import insights.sandbox.fault.FaultPlan;
import insights.sandbox.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** What is to go wrong. */
@ApplicationScoped
class FaultControl {

    private final Kinds kinds;

    FaultControl(Kinds kinds) {
        this.kinds = kinds;
    }

    Answer all(ControlCall call) {
        ArrayNode all = Json.array();
        call.account().faults().all().forEach(fault -> all.add(describe(fault)));
        return Answer.ok(all);
    }

    Answer add(ControlCall call) throws IOException {
        FaultPlan plan = Json.as(FaultPlan.class, call.body());
        if (!kinds.of(call.account().api()).offers(plan.method(), plan.path())) {
            throw Refusal.badRequest(
                    "There is no operation of this method and path: they are written as in the counters,"
                            + " like GET and /contact/{contact} at Autopilot or POST and /person/merge at Ortto.");
        }
        return Answer.of(201, describe(call.account().faults().add(plan)));
    }

    Answer clear(ControlCall call) {
        call.account().faults().clear();
        return Answer.noContent();
    }

    Answer remove(ControlCall call) {
        String id = call.context().pathParam("fault");
        if (!call.account().faults().remove(id)) {
            throw Refusal.notFound("There is no fault with this id.");
        }
        return Answer.noContent();
    }

    private static ObjectNode describe(Fault fault) {
        return Json.object().put("id", fault.id()).put("hits", fault.hits()).setAll(Json.<ObjectNode>of(fault.plan()));
    }
}
