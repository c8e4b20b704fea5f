package insights.platform.optout;

import insights.platform.optout.Line.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random files about the people of one world. */
final class Files {

    static final int IDS = 4;
    static final int ADDRESSES = 3;

    private final String world;
    private final int populations;
    private final Random random;

    /** @param world by whose name its people are told from those of others */
    Files(String world, int populations, Random random) {
        this.world = world;
        this.populations = populations;
        this.random = random;
    }

    /** The file that everything begins with: everybody is in it, and most can be sent. */
    CustomerFile first() {
        return new CustomerFile(world, 0, false, true, false, true, true, true, false, lines(0.9, 0.05, false));
    }

    /** Any other one. */
    CustomerFile next(int number) {
        boolean ndjson = random.nextInt(4) == 0;
        boolean replaces = random.nextInt(3) == 0;
        // Now and then most are missing, or nobody is in a segment any more: then guards ask.
        double density = random.nextInt(4) == 0 ? 0.3 : replaces ? 0.9 : 0.5;
        double outside = random.nextInt(5) == 0 ? 0.7 : 0.1;
        return new CustomerFile(
                world,
                number,
                ndjson,
                replaces,
                random.nextInt(3) == 0,
                random.nextInt(7) > 0,
                random.nextInt(4) > 0,
                random.nextInt(10) > 0,
                false,
                lines(density, outside, ndjson));
    }

    String id(int people, int number) {
        return "%sp%d%c".formatted(world, people, 'a' + number);
    }

    String address(int people, int number) {
        return Mail.canonical(world + "p" + people, number, people % 10 == 0);
    }

    private List<Line> lines(double density, double outside, boolean ndjson) {
        List<Line> lines = new ArrayList<>();
        for (int people = 0; people < populations; people++) {
            for (int id = 0; id < IDS; id++) {
                if (random.nextDouble() < density) {
                    lines.add(line(people, id, outside, ndjson));
                    if (random.nextInt(12) == 0) {
                        lines.add(line(people, id, outside, ndjson));
                    }
                }
            }
        }
        return lines;
    }

    private Line line(int people, int number, double outside, boolean ndjson) {
        Flaw flaw = flaw(ndjson);
        String id = id(people, number);
        String written =
                switch (flaw) {
                    case NO_ID -> "";
                    case IMPOSSIBLE_ID -> id.substring(0, 1) + "\u200b" + id.substring(1);
                    default -> random.nextInt(6) == 0 ? "\u200b" + id + "\u00a0" : id;
                };
        // Mostly of one's own, so that people change their addresses, and share them, but not always.
        int mine = random.nextInt(3) > 0 ? number % ADDRESSES : random.nextInt(ADDRESSES);
        Mail mail = random.nextInt(12) == 0
                ? Mail.none(random)
                : Mail.written(random, address(people, mine), address(people, (mine + 1) % ADDRESSES));
        String tier = random.nextDouble() < outside ? "" : random.nextInt(3) == 0 ? "silver" : "gold";
        return new Line(
                people,
                written.isEmpty() || flaw == Flaw.IMPOSSIBLE_ID ? null : id,
                written,
                mail,
                Cell.of(random),
                tier,
                "F" + random.nextInt(4),
                flaw);
    }

    private Flaw flaw(boolean ndjson) {
        Flaw flaw =
                switch (random.nextInt(30)) {
                    case 0 -> Flaw.TOO_LONG;
                    case 1 -> Flaw.TOO_SHORT;
                    case 2, 3 -> Flaw.BAD_VALUE;
                    case 4 -> Flaw.NO_ID;
                    case 5 -> Flaw.IMPOSSIBLE_ID;
                    default -> Flaw.NONE;
                };
        return ndjson && (flaw == Flaw.TOO_LONG || flaw == Flaw.TOO_SHORT) ? Flaw.NONE : flaw;
    }
}
