package insights.segment.imports.merge;

import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.column.HeaderNames;
import insights.segment.file.row.Remark;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns that may say who opted out, or who did not, by their names, and are taken for attributes as others. */
public final class OptOutRemarks {

    /** Fewer are looked through by who sends them. */
    private static final int MANY = 10;

    private OptOutRemarks() {}

    /**
     * What is to be said about them.
     *
     * @param lines that were taken
     * @param told what is said already, by what stands in them
     */
    public static List<Remark> remarks(Columns columns, long lines, List<Remark> told) {
        Stream<Remark> ofAddresses = columns.withRole(FieldRole.OPT_OUT).isEmpty()
                ? Stream.concat(
                                columns.copyOfId().stream(),
                                columns.filling().stream().filter(column -> column.role() == FieldRole.EMAIL))
                        .distinct()
                        .filter(OptOutRemarks::mayBeOptOut)
                        .map(OptOutRemarks::ofList)
                : Stream.empty();
        Stream<Remark> ofOthers = columns.filling().stream()
                .filter(column -> column.role() == null && !column.isCopyOfId())
                .filter(column -> told.stream().noneMatch(remark -> remark.isOf(Remark.Code.MAY_BE_OPT_OUT, column)))
                .flatMap(column -> remark(column, lines)
                        .filter(found -> told.stream().noneMatch(remark -> remark.isOf(found.code(), column)))
                        .stream());
        return Stream.concat(ofAddresses, ofOthers).toList();
    }

    /** A list of those who opted out, of which no column says that they did. */
    private static Remark ofList(Column column) {
        return new Remark(
                Remark.Code.MAY_BE_OPT_OUT,
                column.name(),
                "may be a list of people who opted out, by its name, and opts nobody out: give the file another column, like stop, with yes in each line, and name that with optOut=stop");
    }

    private static boolean mayBeOptOut(Column column) {
        return Field.mayBeOptOut(column.field()) || Field.mayBeOptOut(column.name());
    }

    /**
     * What is to be said when no column is known to say who opted out: no list of names and words is complete. Not when somebody
     * could know it from the last file, and not twice.
     *
     * @param known whether it is known to the profiles who opted out, from wherever
     * @param told what is said already
     */
    public static List<Remark> ofNobody(Columns columns, boolean known, List<Remark> told) {
        List<String> unseen = columns.filling().stream()
                .filter(column -> !columns.isKnown(column))
                .map(Column::name)
                .toList();
        boolean any = !columns.filling().isEmpty()
                && columns.withRole(FieldRole.OPT_OUT).isEmpty()
                && told.stream()
                        .noneMatch(remark -> remark.code() == Remark.Code.MAY_BE_OPT_OUT
                                || remark.code() == Remark.Code.MAY_BE_CONSENT);
        return any && !(known && unseen.isEmpty())
                ? List.of(new Remark(
                        Remark.Code.NOBODY_OPTED_OUT,
                        null,
                        "no column of the file is known to say who opted out, so it opts nobody out%s: if one says who wants no mail, name it with optOut, and the words that it has for it with true and false; if one says who does, turn its words round, like optOut=COLUMN with true=no and false=yes; if that comes by another file, do nothing"
                                .formatted(
                                        unseen.isEmpty()
                                                ? ""
                                                : " (columns that are new: %s)".formatted(HeaderNames.list(unseen)))))
                : List.of();
    }

    /** What is to be said of opt-outs that hold for the id alone, because nobody knows what address was meant. */
    public static List<Remark> ofStrangeAddresses(long lines, long first) {
        return lines > 0
                ? List.of(new Remark(
                        Remark.Code.OPTED_OUT_ADDRESS_UNREADABLE,
                        null,
                        "%,d lines, line %d is the first, opt somebody out whose address cannot be read, so the opt-out holds for the id and not for others with the address that is meant: mend the address"
                                .formatted(lines, first)))
                : List.of();
    }

    /**
     * What is to be said when most lines opt somebody out.
     *
     * @param unreadable values by which they do that are neither true nor false
     */
    public static List<Remark> ofMany(long out, long lines, long unreadable) {
        return out * 2 > lines && out >= MANY
                ? List.of(new Remark(
                        Remark.Code.MOST_OPT_OUT,
                        null,
                        "%,d of %,d lines opt somebody out: if their column says who wants mail, say so with true and false, like true=no and false=yes%s"
                                .formatted(out, lines, ofUnreadable(unreadable))))
                : List.of();
    }

    /** Who would only leave such words out would leave everybody opted out whom they opted out before. */
    private static String ofUnreadable(long values) {
        return values == 0
                ? ""
                : "; %,d values mean neither true nor false, and opt out: if their word stands for people who did not opt out, say it with false, like false=NULL (with null=NULL it would say nothing of them, and end no opt-out), and with confirm=ENDS_OPT_OUTS when that is asked"
                        .formatted(values);
    }

    /** What is to be said when opt-outs stay that the file would end if it were newer. */
    public static List<Remark> ofKept(OptOutMerge.SaidBefore before) {
        return before.kept() > 0
                ? List.of(new Remark(
                        Remark.Code.SAID_BEFORE,
                        null,
                        "The file says the same of who opted out as one that was imported on %s (UTC), so it knows of nothing since then: %,d opt-outs that came later stay. An administrator may end them one by one."
                                .formatted(LocalDate.ofInstant(before.since(), ZoneOffset.UTC), before.kept())))
                : List.of();
    }

    private static Optional<Remark> remark(Column column, long lines) {
        if (mayBeOptOut(column)) {
            return Optional.of(new Remark(
                    Remark.Code.MAY_BE_OPT_OUT,
                    column.name(),
                    "may say who opted out, by its name, and opts nobody out: optOut=%s says that it does"
                            .formatted(column.name())));
        }
        if (column.filled() == 0) {
            return Optional.empty();
        }
        if (column.type() == FieldType.DATE || column.type() == FieldType.DATETIME) {
            return column.filled() < lines
                            && (Field.mayBeTimeOfConsent(column.field()) || Field.mayBeTimeOfConsent(column.name()))
                    ? Optional.of(ofTimes(column, lines - column.filled()))
                    : Optional.empty();
        }
        return Field.mayBeConsent(column.field()) || Field.mayBeConsent(column.name())
                ? Optional.of(new Remark(
                        Remark.Code.MAY_BE_CONSENT,
                        column.name(),
                        "may say who wants mail, or who does not, by its name, and opts nobody out%s: if yes says that somebody wants mail, optOut=%s with true=no and false=yes opts out the others; if yes says that somebody does not, optOut=%s with true=yes and false=no opts them out (or with the words that it has for yes and no); or let exports have a segment of those who want it"
                                .formatted(firstSaid(column), column.name(), column.name())))
                : Optional.empty();
    }

    private static String firstSaid(Column column) {
        Column.Said said = column.firstSaid();
        if (said == null) {
            return "";
        }
        return said.truth() == null
                ? " (line %d is the first that says anything)".formatted(said.line())
                : " (line %d is the first, and says \"%s\")".formatted(said.line(), said.truth());
    }

    /** No words can be given for an empty cell: that somebody has not answered yet is not that somebody refused. */
    private static Remark ofTimes(Column column, long without) {
        return new Remark(
                Remark.Code.MAY_BE_CONSENT,
                column.name(),
                "may say when somebody said that they want mail, by its name, and %,d lines have no time there: it opts nobody out, and no parameter makes it do so. If those without one are not to be mailed, let exports have a segment of those for whom \"%s\" exists"
                        .formatted(without, column.field()));
    }
}
