package insights.segment.field;

import java.util.Set;

/** A set of words that a text is compared with letter by letter, without making another text of it. */
final class HashedWords {

    private static final int BASE = 31;
    private static final int LOAD = 4;
    private static final int HALF = 32;

    private final long[] table;

    /** @param letters what each character of the words counts for */
    HashedWords(Set<String> words, byte[] letters) {
        table = new long[Integer.highestOneBit(words.size()) * LOAD];
        for (String word : words) {
            long hash = 0;
            for (int i = 0; i < word.length(); i++) {
                hash = next(hash, letters[word.charAt(i)]);
            }
            table[placeOf(hash)] = hash;
        }
    }

    /** The hash of a word and one letter more. @param letter from 1 */
    static long next(long hash, int letter) {
        return hash * BASE + letter;
    }

    /** Whether a word has this hash; an empty one is none. */
    boolean has(long hash) {
        return hash != 0 && table[placeOf(hash)] != 0;
    }

    /** Where it is, or would be. */
    private int placeOf(long hash) {
        int mask = table.length - 1;
        int place = (int) (hash ^ hash >>> HALF) & mask;
        while (table[place] != 0 && table[place] != hash) {
            place = place + 1 & mask;
        }
        return place;
    }
}
