package insights.platform.optout;

/**
 * A line of a file, as it is meant.
 *
 * @param people the population that it is about
 * @param id whose it is; null without one, or with one that cannot be one
 * @param writtenId as it is written
 * @param tier which segment the person is in, or empty
 */
record Line(int people, String id, String writtenId, Mail mail, Cell cell, String tier, String first, Flaw flaw) {

    /** What is wrong with it. */
    enum Flaw {
        NONE,
        /** A cell too many at the end: the line is rejected. */
        TOO_LONG,
        /** The last cell is missing: the line is rejected. */
        TOO_SHORT,
        /** A value that its field cannot hold, which costs that value only. */
        BAD_VALUE,
        /** The line is rejected, and what it says of opting out is said of its address. */
        NO_ID,
        /** The line is rejected, and what it says is said of its address, and of nobody that there is. */
        IMPOSSIBLE_ID
    }

    boolean isRejected() {
        return flaw != Flaw.NONE && flaw != Flaw.BAD_VALUE;
    }

    boolean isMoved() {
        return flaw == Flaw.TOO_LONG || flaw == Flaw.TOO_SHORT;
    }
}
