package insights.export.progress;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * What a run waits for that is being worked on, from its second second on. By itself it ends or the run is put off.
 *
 * @param reason whom it waits for
 * @param detail the same in words
 * @param since when that began
 */
public record Waiting(
        @NotNull WaitReason reason,
        @NotNull String detail,
        @NotNull Instant since) {

    public static Waiting of(WaitReason reason, Instant since) {
        return new Waiting(reason, reason.detail(), since);
    }
}
