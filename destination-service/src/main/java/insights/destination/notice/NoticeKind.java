package insights.destination.notice;

import java.util.Locale;

/** What a notice tells of a connection. */
enum NoticeKind {
    /** Nothing may be sent through it for now: its runs stop. */
    CLOSED,
    /** It is gone: its exports are detached or removed, too. */
    REMOVED;

    /** The last segment of the path that export-service takes it at. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
