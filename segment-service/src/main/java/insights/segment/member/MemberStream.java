package insights.segment.member;

/**
 * Members that are about to be streamed.
 *
 * @param count how many lines will come
 */
record MemberStream(MemberQuery query, long count) {}
