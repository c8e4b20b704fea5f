package insights.segment.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A file about the people of many histories at once: what is true of the whole file (its columns, whether it replaces) is the
 * same for all, what is in its lines is not.
 */
record RandomFile(
        boolean ndjson,
        boolean replaces,
        boolean widens,
        boolean hasAddress,
        boolean hasOptOut,
        List<Line> lines,
        char separator) {

    private static final int IDS = 4;
    private static final int ADDRESSES = 3;

    /** What stands in the column of opt-outs. */
    enum Cell {
        YES("true"),
        YES_LOUD("TRUE"),
        /** Neither yes nor no. */
        ODD("perhaps"),
        NO("false"),
        EMPTY(""),
        BLANK(" \u00a0");

        private final String text;

        Cell(String text) {
            this.text = text;
        }

        /** In a line whose cells may have moved only what is plainly true counts. */
        boolean countsAsTrue(boolean moved) {
            return this == YES || this == YES_LOUD || this == ODD && !moved;
        }
    }

    /**
     * One line.
     *
     * @param id as it is meant
     * @param address as it is meant, in lower case; null for none
     * @param writtenId with what cannot be seen
     */
    record Line(String id, String writtenId, String address, String writtenAddress, Cell cell, boolean isBroken) {}

    /** The ids of a history's people. */
    static List<String> ids(int history) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < IDS; i++) {
            ids.add("om-%d-%d".formatted(history, i));
        }
        return ids;
    }

    static RandomFile of(Random random, int histories, int place) {
        boolean ndjson = random.nextInt(4) == 0;
        boolean hasAddress = random.nextInt(8) > 0;
        boolean hasOptOut = random.nextInt(4) > 0;
        List<Line> lines = new ArrayList<>();
        for (int history = 0; history < histories; history++) {
            for (String id : ids(history)) {
                while (random.nextInt(10) < 6) {
                    lines.add(line(random, history, id, ndjson));
                }
            }
        }
        // Without a line that counts, a file that replaces is refused.
        lines.add(new Line("om-all-" + place, "om-all-" + place, null, "", Cell.EMPTY, false));
        return new RandomFile(ndjson, random.nextInt(5) == 0, random.nextBoolean(), hasAddress, hasOptOut, lines, ',');
    }

    /** What it says of one history. */
    RandomFile of(int history) {
        List<Line> theirs = lines.stream()
                .filter(line -> line.id().startsWith("om-" + history + "-"))
                .toList();
        return new RandomFile(ndjson, replaces, widens, hasAddress, hasOptOut, theirs, separator);
    }

    /** The same, as another program writes it. */
    RandomFile savedAgain() {
        return new RandomFile(ndjson, replaces, widens, hasAddress, hasOptOut, lines, ';');
    }

    private static Line line(Random random, int history, String id, boolean ndjson) {
        String address =
                random.nextInt(8) == 0 ? null : "om%d.%d@example.com".formatted(history, random.nextInt(ADDRESSES));
        Cell cell = Cell.values()[random.nextInt(Cell.values().length)];
        return new Line(
                id,
                random.nextInt(4) == 0 ? "\u200b" + id + "\u00a0" : id,
                address,
                address == null ? random.nextBoolean() ? "" : " " : written(random, address),
                cell,
                !ndjson && random.nextInt(8) == 0);
    }

    private static String written(Random random, String address) {
        return switch (random.nextInt(5)) {
            case 0 -> address.toUpperCase(Locale.ROOT);
            case 1 -> " " + address;
            case 2 -> "\u00a0" + address + "\u200b";
            case 3 -> "\ufeff" + address.replace("om", "Om");
            default -> address;
        };
    }

    String text() {
        return ndjson ? asNdjson() : asCsv().replace(',', separator);
    }

    private String asCsv() {
        String header = "profileId" + (hasAddress ? ",om_mail" : "") + (hasOptOut ? ",om_out" : "") + ",om_mark\n";
        return header
                + lines.stream()
                        .map(line -> line.writtenId()
                                + (hasAddress ? "," + line.writtenAddress() : "")
                                + (hasOptOut ? "," + line.cell().text : "")
                                + ",m"
                                + (line.isBroken() ? ",too many\n" : "\n"))
                        .collect(Collectors.joining());
    }

    private String asNdjson() {
        return lines.stream()
                .map(line -> "{\"profileId\":\"" + line.writtenId() + "\""
                        + (hasAddress ? ",\"om_mail\":\"" + line.writtenAddress() + "\"" : "")
                        + (hasOptOut ? ",\"om_out\":" + json(line.cell()) : "")
                        + ",\"om_mark\":\"m\"}\n")
                .collect(Collectors.joining());
    }

    private static String json(Cell cell) {
        return switch (cell) {
            case YES -> "true";
            case NO -> "false";
            case EMPTY -> "null";
            default -> "\"" + cell.text + "\"";
        };
    }
}
