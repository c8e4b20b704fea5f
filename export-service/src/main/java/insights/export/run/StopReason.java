package insights.export.run;

/** Why a run ended early. The names are stable: they are in the API and the logs. */
public enum StopReason {
    /** A precondition does not hold; the run did not begin. */
    TOO_MANY_PROFILES(Kind.SKIPPED),
    CONTACT_LIMIT(Kind.SKIPPED),
    MASS_REMOVAL(Kind.SKIPPED),
    MASS_GROWTH(Kind.SKIPPED),
    /** A field would be emptied at most contacts. */
    EMPTIES_FIELDS(Kind.SKIPPED),
    /** Who opted out cannot be known, so nobody is sent. */
    OPT_OUT_UNKNOWN(Kind.SKIPPED),
    NO_EMAIL_ADDRESSES(Kind.SKIPPED),
    SEGMENT_NOT_REFRESHED(Kind.SKIPPED),
    SEGMENT_INACTIVE(Kind.SKIPPED),
    /** The last refresh could not compute one, so that its members are of an earlier one. */
    SEGMENT_FAILED(Kind.SKIPPED),
    SEGMENT_GONE(Kind.SKIPPED),
    FIELD_GONE(Kind.SKIPPED),
    /** A field has another type than when the export was saved, which what it fills cannot hold. */
    FIELD_CHANGED(Kind.SKIPPED),
    /** The account at the destination has not a field that the export fills, and the export does not say to create it. */
    FIELD_NOT_AT_DESTINATION(Kind.SKIPPED),
    CONNECTION_NOT_READY(Kind.SKIPPED),
    /** The refresh that would have set it off failed. */
    REFRESH_FAILED(Kind.SKIPPED),
    /** Nobody was there at its scheduled time, nor for long after. */
    MISSED(Kind.SKIPPED),

    /** The connection was removed, or its consent withdrawn, while the run went on. */
    CONNECTION_CLOSED(Kind.PERMANENT),

    /** It will not get better by itself. */
    INVALID_API_KEY(Kind.PERMANENT),
    PLAN_LIMIT(Kind.PERMANENT),
    /** Replica after replica ended, or lost its lease, while it worked on it. */
    WORKERS_LOST(Kind.PERMANENT),

    /** It may. */
    DESTINATION_UNAVAILABLE(Kind.RETRYING),
    /** The destination asks for fewer requests, for longer than a run waits. */
    THROTTLED(Kind.RETRYING),
    PLATFORM_UNAVAILABLE(Kind.RETRYING),
    INTERNAL_ERROR(Kind.RETRYING),

    /** This worker goes, another one goes on. */
    HANDED_OVER(Kind.LET_GO),
    /** Somebody ended the run from outside; its outcome is written. */
    STOPPED(Kind.LET_GO),
    LEASE_LOST(Kind.LET_GO);

    /** What it means for the run. */
    public enum Kind {
        SKIPPED,
        PERMANENT,
        RETRYING,
        LET_GO
    }

    private final Kind kind;

    StopReason(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
