package insights.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is to go wrong, and for which requests: those that fit {@code method} and {@code path} and come within the time
 * window; of these the first {@code skip} are spared, of the rest a {@code fraction} is hit, at most {@code next} in
 * all. What is left out does not restrict. Requests that are refused for their key or the rate do not count.
 *
 * @param status for {@link Effect#STATUS}: 400 to 599
 * @param message for {@link Effect#STATUS}: what the body says; by default what Autopilot says
 * @param retryAfterSeconds for {@link Effect#STATUS}: the {@code Retry-After} header
 * @param delayMillis for {@link Effect#LATE}
 * @param email for {@link Effect#REFUSE_EMAIL}
 * @param applied whether the request is carried out before it goes wrong, so that the client does not know. By default
 *     it is for {@link Effect#TRUNCATED} and {@link Effect#NOT_JSON}, and is not for the others
 * @param path the template of a path below {@code /v1}, as in the counters, such as {@code /contact/{contact}}
 * @param seed of the dice for {@code fraction}
 * @param fromMillis when the time window opens, counted from when the fault was made
 * @param forMillis how long it stays open
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultPlan(
        Effect effect,
        Integer status,
        String message,
        Integer retryAfterSeconds,
        Long delayMillis,
        String email,
        Boolean applied,
        String method,
        String path,
        Integer skip,
        Integer next,
        Double fraction,
        Long seed,
        Long fromMillis,
        Long forMillis) {

    public FaultPlan {
        require(effect != null, "effect is one of STATUS, HANG, LATE, CLOSE, TRUNCATED, NOT_JSON, REFUSE_EMAIL.");
        require((effect == Effect.STATUS) == (status != null), "status belongs to the effect STATUS.");
        require(status == null || status >= 400 && status <= 599, "status is one of 400 to 599.");
        require(
                effect == Effect.STATUS || message == null && retryAfterSeconds == null,
                "message and retryAfterSeconds belong to the effect STATUS.");
        require((effect == Effect.LATE) == (delayMillis != null), "delayMillis belongs to the effect LATE.");
        require(delayMillis == null || delayMillis > 0, "delayMillis is at least 1.");
        require((effect == Effect.REFUSE_EMAIL) == (email != null), "email belongs to the effect REFUSE_EMAIL.");
        require(
                applied == null || effect != Effect.LATE && effect != Effect.REFUSE_EMAIL,
                "applied cannot be chosen for " + effect + ".");
        require(skip == null || skip >= 0, "skip is not negative.");
        require(next == null || next >= 1, "next is at least 1.");
        require(fraction == null || fraction > 0 && fraction <= 1, "fraction is above 0 and at most 1.");
        require((fraction == null) || seed != null, "fraction needs a seed, so that every run is alike.");
        require(fromMillis == null || fromMillis >= 0, "fromMillis is not negative.");
        require(forMillis == null || forMillis >= 1, "forMillis is at least 1.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
