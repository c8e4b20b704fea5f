package insights.export.run;

/**
 * How an export is to be run.
 *
 * @param confirmRemovals that many people may be taken off their lists; false when left out
 */
public record RunRequest(Boolean confirmRemovals) {

    boolean removalsConfirmed() {
        return Boolean.TRUE.equals(confirmRemovals);
    }
}
