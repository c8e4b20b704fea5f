package insights.export.start;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an export is to be run.
 *
 * @param confirmRemovals that many people may be taken off their lists; false when left out
 * @param confirmGrowth that an audience may become far larger than it ever was; false when left out
 * @param confirmEmptying that a field may be emptied at most contacts that have a value in it; false when left out
 * @param retryRejected that contacts which the destination refused before are sent again although they are the same (B6); false
 *     when left out
 */
@Schema(examples = """
        {"confirmRemovals": true}""")
public record RunRequest(
        Boolean confirmRemovals, Boolean confirmGrowth, Boolean confirmEmptying, Boolean retryRejected) {

    static final RunRequest PLAIN = new RunRequest(null, null, null, null);

    /** All of it as text, the same for whoever asks for the same. */
    String asked() {
        return "confirmRemovals=" + removalsConfirmed() + " confirmGrowth=" + growthConfirmed() + " retryRejected="
                + rejectedRetried()
                // Keys from before there was this one stand for the same requests.
                + (emptyingConfirmed() ? " confirmEmptying=true" : "");
    }

    boolean removalsConfirmed() {
        return Boolean.TRUE.equals(confirmRemovals);
    }

    boolean growthConfirmed() {
        return Boolean.TRUE.equals(confirmGrowth);
    }

    boolean emptyingConfirmed() {
        return Boolean.TRUE.equals(confirmEmptying);
    }

    boolean rejectedRetried() {
        return Boolean.TRUE.equals(retryRejected);
    }
}
