package insights.destination.account;

import insights.destination.type.CheckOutcome;
import insights.destination.type.KeyCheck;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Proves a key by one call: what is the same wherever it is made. */
public final class KeyProof {

    private KeyProof() {}

    /** @param judge says what an answer means that is not a 429 */
    public static KeyCheck by(Supplier<AccountAnswer> call, Function<AccountAnswer, KeyCheck> judge) {
        try {
            AccountAnswer answer = call.get();
            return answer.status() == 429 ? KeyCheck.of(CheckOutcome.THROTTLED) : judge.apply(answer);
        } catch (TimeoutException e) {
            return KeyCheck.of(CheckOutcome.TOO_SLOW);
        } catch (AccountUnavailableException | CircuitBreakerOpenException e) {
            return KeyCheck.of(CheckOutcome.UNREACHABLE);
        }
    }
}
