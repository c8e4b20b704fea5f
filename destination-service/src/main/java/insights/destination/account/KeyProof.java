package insights.destination.account;

import insights.destination.type.CheckOutcome;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Proves a key by one call: what is the same wherever it is made. */
public final class KeyProof {

    private KeyProof() {}

    /** @param judge says what an answer means that is not a 429 */
    public static CheckOutcome by(Supplier<AccountAnswer> call, Function<AccountAnswer, CheckOutcome> judge) {
        try {
            AccountAnswer answer = call.get();
            return answer.status() == 429 ? CheckOutcome.THROTTLED : judge.apply(answer);
        } catch (TimeoutException e) {
            return CheckOutcome.TOO_SLOW;
        } catch (AccountUnavailableException | CircuitBreakerOpenException e) {
            return CheckOutcome.UNREACHABLE;
        }
    }
}
