package insights.platform.optout;

import java.util.List;
import java.util.Random;

/** What stands in the column of opt-outs, and what is meant by it. */
record Cell(Meaning meaning, String text) {

    private static final List<String> YES = List.of("true", "TRUE", "yes", "1", "VERO", "s\u00ec");
    private static final List<String> NO = List.of("false", "FALSE", "no", "0", "falso", "nein");
    private static final List<String> ODD = List.of("perhaps", "X", "-", "unsubscribed 2025");
    private static final List<String> EMPTY = List.of("", " ", "\u00a0");

    enum Meaning {
        YES,
        /** Neither yes nor no, which counts as yes, but not where cells may have moved. */
        ODD,
        NO,
        NOTHING
    }

    static Cell of(Random random) {
        int dice = random.nextInt(100);
        return dice < 9
                ? new Cell(Meaning.YES, one(random, YES))
                : dice < 13
                        ? new Cell(Meaning.ODD, one(random, ODD))
                        : dice < 45
                                ? new Cell(Meaning.NO, one(random, NO))
                                : new Cell(Meaning.NOTHING, one(random, EMPTY));
    }

    boolean optsOut(boolean moved) {
        return meaning == Meaning.YES || meaning == Meaning.ODD && !moved;
    }

    private static String one(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
