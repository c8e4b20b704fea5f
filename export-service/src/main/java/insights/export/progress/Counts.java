package insights.export.progress;

/**
 * By how much the counters of a run move.
 *
 * @param done steps of the current phase
 * @param upserted contacts created or updated
 * @param joined contacts put on a list
 * @param left contacts taken off a list, or off their audience fields
 * @param rejected profiles that the destination did not take, or did not let go
 * @param ineligible of these, the ones that had counted as eligible
 */
public record Counts(int done, int upserted, int joined, int left, int rejected, int ineligible) {

    /** Whether the destination did something, or said what it does not do. */
    public boolean isProgress() {
        return upserted + joined + left + rejected > 0;
    }

    public static Counts upserts(int accepted) {
        return new Counts(accepted, accepted, 0, 0, 0, 0);
    }

    public static Counts join() {
        return new Counts(1, 0, 1, 0, 0, 0);
    }

    public static Counts leave() {
        return left(1);
    }

    public static Counts left(int contacts) {
        return new Counts(contacts, 0, 0, contacts, 0, 0);
    }

    public static Counts rejection() {
        return new Counts(1, 0, 0, 0, 1, 1);
    }

    public static Counts notTakenOff() {
        return new Counts(1, 0, 0, 0, 1, 0);
    }

    public static Counts steps(int done) {
        return new Counts(done, 0, 0, 0, 0, 0);
    }
}
