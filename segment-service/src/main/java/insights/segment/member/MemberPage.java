package insights.segment.member;

/**
 * Members that were read at once.
 *
 * @param lines as they go out
 * @param last id of the last of them
 * @param end whether no others come after them
 */
record MemberPage(LineBuffer lines, int count, String last, boolean end) {}
