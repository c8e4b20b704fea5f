package insights.sandbox.ortto.person;

import insights.sandbox.ortto.answer.OrttoRefusal;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Ids of people as they were recorded: {@code 00}, the second of their making, twelve hexadecimal digits, {@code 00}.
 * The twelve are in no order that can be seen, although people are numbered in the order of their making.
 */
final class PersonId {

    static final int LENGTH = 24;

    /** Odd, so that multiplication by it modulo 2^48 can be undone, and no two numbers have one product. */
    private static final long FACTOR = 0x5DEECE66DL;

    private static final long MASK = (1L << 48) - 1;
    private static final long INVERSE = inverse();

    private PersonId() {}

    static String of(long number, long createdAtMillis) {
        return "00%08x%012x00".formatted(createdAtMillis / 1000, number * FACTOR & MASK);
    }

    /** @return empty when it does not have the form of an id */
    static OptionalLong number(String id) {
        if (id.length() != LENGTH || !id.startsWith("00") || !id.endsWith("00")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(HexFormat.fromHexDigitsToLong(id, 10, 22) * INVERSE & MASK);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** @throws OrttoRefusal in the words that were recorded, when it cannot be an id of anything */
    static void check(String id) {
        if (id.length() != LENGTH) {
            throw OrttoRefusal.unreadable(
                    "cannot unmarshal into an ID, the length must be 12 or 24 + 2 for hex but it is "
                            + (id.length() + 2) + ": Object not found");
        }
    }

    /** Newton's method: each step doubles the number of low bits that are right. */
    private static long inverse() {
        long inverse = FACTOR;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - FACTOR * inverse;
        }
        return inverse & MASK;
    }
}
