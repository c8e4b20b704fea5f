package insights.platform.optout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.platform.optout.Line.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file about all populations at once: which columns it has and how it is to be imported is the same for all of them, what
 * stands in its lines is not.
 *
 * @param number of the step that it is from
 * @param cut whether its last line, which is about nobody, breaks off
 */
record CustomerFile(
        String world,
        int number,
        boolean ndjson,
        boolean replaces,
        boolean widens,
        boolean hasMail,
        boolean hasOut,
        boolean hasTier,
        boolean cut,
        List<Line> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The parameters by which it is read and imported. */
    String parameters() {
        return "?mode=" + (replaces ? "replace" : "upsert") + "&widen=" + widens;
    }

    String contentType() {
        return ndjson ? "application/x-ndjson" : "text/csv; charset=utf-8";
    }

    String text() {
        return ndjson ? asNdjson() : asCsv();
    }

    CustomerFile cutOff() {
        return new CustomerFile(world, number, false, replaces, widens, hasMail, hasOut, hasTier, true, lines);
    }

    private String asCsv() {
        String header = "profileId" + (hasMail ? ",mail" : "") + (hasOut ? ",out" : "") + (hasTier ? ",tier" : "");
        return header
                + ",first,score\n"
                + lines.stream().map(this::csv).collect(Collectors.joining())
                + (cut ? lastId() : csv(last()));
    }

    private String csv(Line line) {
        List<String> cells = new ArrayList<>(List.of(line.writtenId()));
        if (hasMail) {
            cells.add(line.mail().text());
        }
        if (hasOut) {
            cells.add(line.cell().text());
        }
        if (hasTier) {
            cells.add(line.tier());
        }
        cells.add(line.first());
        if (line.flaw() != Flaw.TOO_SHORT) {
            cells.add(line.flaw() == Flaw.BAD_VALUE ? "many" : "7");
        }
        if (line.flaw() == Flaw.TOO_LONG) {
            cells.add("more");
        }
        return String.join(",", cells) + "\n";
    }

    private String asNdjson() {
        return lines.stream().map(this::json).collect(Collectors.joining()) + json(last());
    }

    private String json(Line line) {
        ObjectNode json = JSON.createObjectNode().put("profileId", line.writtenId());
        if (hasMail) {
            json.put("mail", line.mail().text());
        }
        if (hasOut) {
            switch (line.cell().text()) {
                case "true" -> json.put("out", true);
                case "false" -> json.put("out", false);
                case "" -> json.putNull("out");
                default -> json.put("out", line.cell().text());
            }
        }
        if (hasTier) {
            json.put("tier", line.tier());
        }
        json.put("first", line.first());
        if (line.flaw() == Flaw.BAD_VALUE) {
            json.putArray("score").add(1);
        } else {
            json.put("score", 7);
        }
        return json + "\n";
    }

    /** About nobody of whom anything is told. Without a line that counts, a file that replaces would be refused. */
    private Line last() {
        Mail none = new Mail("", null, List.of());
        return new Line(-1, lastId(), lastId(), none, new Cell(Cell.Meaning.NOTHING, ""), "", "Z", Flaw.NONE);
    }

    private String lastId() {
        return "%s.last%d".formatted(world, number);
    }

    @Override
    public String toString() {
        return "%s of %s%s%s with %s%s"
                .formatted(
                        replaces ? "replace" : "upsert",
                        ndjson ? "NDJSON" : "CSV",
                        cut ? " that breaks off in its last line" : "",
                        widens ? ", widen=true," : "",
                        (hasMail ? "mail, " : "") + (hasOut ? "out, " : "") + (hasTier ? "tier, " : ""),
                        "first, score");
    }
}
