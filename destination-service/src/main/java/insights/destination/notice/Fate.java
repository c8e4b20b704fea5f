package insights.destination.notice;

/** What becomes of an export when its connection is removed. */
public enum Fate {
    /** It stays, inactive, without connection. */
    DETACH,
    /** It goes, too. */
    REMOVE
}
