package insights.sandbox.fault;

import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Reply;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a request that a fault hits goes wrong. */
public final class Mishap {

    private Mishap() {}

    /**
     * @param carryOut does what was asked, and says what would have been answered
     * @param failure what the API answers when a plan says that it fails
     */
    public static Reply of(Fault fault, Supplier<Answer> carryOut, Function<FaultPlan, Answer> failure) {
        FaultPlan plan = fault.plan();
        Answer unseen = fault.isApplied() ? carryOut.get() : null;
        return switch (plan.effect()) {
            case STATUS -> new Reply.Whole(failure.apply(plan));
            case HANG -> new Reply.Silence();
            case LATE -> new Reply.Late(new Reply.Whole(carryOut.get()), Duration.ofMillis(plan.delayMillis()));
            case CLOSE -> new Reply.Close();
            case TRUNCATED -> new Reply.Truncated(unseen == null || unseen.body() == null ? Answer.done() : unseen);
            case NOT_JSON -> new Reply.NotJson();
            case REFUSE_EMAIL -> throw new IllegalStateException("is a matter of the upsert");
        };
    }
}
