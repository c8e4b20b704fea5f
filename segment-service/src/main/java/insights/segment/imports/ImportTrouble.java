package insights.segment.imports;

import insights.common.problem.DatabaseTrouble;

/** What is said of an import that failed for no fault of its file. Nothing was changed by it. */
final class ImportTrouble {

    private static final String NO_ROOM =
            "The database has no room left for this file, and nothing was changed: tell whoever runs"
                    + " this service, and send the file again when there is.";

    private static final String AWAY =
            "The database went away in the middle, and nothing was changed: send the file again.";

    private static final String OURS =
            "Something went wrong here, and nothing was changed: send the file again, or ask whoever runs"
                    + " this service.";

    private ImportTrouble() {}

    static String words(Throwable thrown) {
        if (DatabaseTrouble.isFull(thrown)) {
            return NO_ROOM;
        }
        return DatabaseTrouble.isAway(thrown) ? AWAY : OURS;
    }
}
