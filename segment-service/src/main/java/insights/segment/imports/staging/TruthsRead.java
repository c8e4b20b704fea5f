package insights.segment.imports.staging;

import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.field.LikeAddress;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.column.Words;
import insights.segment.file.text.UnusableFile;
import insights.segment.file.value.ValueReader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** By which words the columns of opt-outs were read, where these mean the contrary in columns of consents. */
public final class TruthsRead {

    private final ValueReader values;
    private final Set<Column> turnedRound = new HashSet<>();
    private final Set<Column> said = new HashSet<>();
    private final Set<Column> unsaid = new HashSet<>();
    private final Set<Column> own = new HashSet<>();
    private final Set<Column> unread = new HashSet<>();
    private final Set<Column> addresses = new HashSet<>();
    private final Set<Column> others = new HashSet<>();

    TruthsRead(ValueReader values) {
        this.values = values;
    }

    /** A value that is neither true nor false. */
    void addUnreadable(Column column, Object value) {
        (value instanceof String text && LikeAddress.is(text) ? addresses : others).add(column);
        if (!values.words(column).sayTruths()) {
            unread.add(column);
        }
    }

    /** A value that is true or false. */
    void add(Column column, Object value) {
        others.add(column);
        Words words = values.words(column);
        if (!words.sayTruths()) {
            unsaid.add(column);
            return;
        }
        switch (value) {
            case Boolean truth ->
                words.use(truth.toString()).ifPresent(use -> of(column, use).add(column));
            case BigDecimal number ->
                words.use(number.toPlainString())
                        .ifPresent(use -> of(column, use).add(column));
            case String text when words.isOwn(text) -> own.add(column);
            case String text -> words.use(text).ifPresent(use -> of(column, use).add(column));
            default -> {}
        }
    }

    /** Who says what some usual words mean says it of all of them. */
    private Set<Column> of(Column column, Words.Use use) {
        return switch (use) {
            case TURNED_ROUND -> turnedRound;
            case SAID -> said;
            case UNSAID -> values.words(column).sayUsual() ? said : unsaid;
        };
    }

    /**
     * Without its words a column of consents would be read as the contrary, and end opt-outs. And what profiles have already of a
     * field that was no one of opt-outs was read by no words of its own.
     *
     * @param before fields that were turned round when they were imported last
     * @param ownBefore fields that have been read by words that only their file uses
     */
    public void refuseMistakes(Collection<String> before, Collection<String> ownBefore, Columns columns) {
        refuseAddresses(columns);
        for (Column column : unread) {
            if (ownBefore.contains(column.field())) {
                throw new UnusableFile(
                        "The column \"%s\" has values that mean neither true nor false by themselves, and what such words mean was said when its field was imported before: say with true and false what they mean in this file. If it says nothing of opting out here, as the status of another program, let it fill a field of its own, like map=%s=%s_2: nobody's opt-out ends by that."
                                .formatted(column.name(), column.name(), column.field()));
            }
        }
        if (values.turnNothing(columns)) {
            throw new UnusableFile(
                    "The words given with true and false mean the contrary of what they usually do, and of no column it is said that they do: name the column that says who wants mail with optOut.");
        }
        for (Column column : unsaid) {
            if (before.contains(column.field())) {
                throw new UnusableFile(
                        "The words of the column \"%s\" were turned round when its field was imported last (like true=no and false=yes): say with true and false what they mean in this file."
                                .formatted(column.name()));
            }
            refuseConsents(column);
        }
        for (Column column : said) {
            if (before.contains(column.field()) && columns.hasValues(column)) {
                throw otherWords(column);
            }
        }
        for (Column column : turnedRound) {
            if (!before.contains(column.field()) && columns.hasValues(column)) {
                throw otherWords(column);
            }
            if (Field.speaksOfOptingOut(column.field()) || Field.speaksOfOptingOut(column.name())) {
                throw new UnusableFile(
                        "The words given with true and false mean the contrary of what they usually do, and by its name, or that of the field that it fills, the column \"%s\" says who opted out, and not who wants mail: do not name it with optOut, and say map=%s=unsubscribed if it is to be one of opt-outs; or let it fill a field of another name."
                                .formatted(column.name(), column.name()));
            }
        }
        for (Column column : columns.changedTo(FieldRole.OPT_OUT)) {
            if (columns.hasValues(column) && values.words(column).sayTruths()) {
                throw otherWords(column);
            }
            if (!values.words(column).sayTruths()) {
                refuseConsents(column);
            }
        }
    }

    /** A slip for the parameter {@code email}: everybody in the file would be opted out. */
    private void refuseAddresses(Columns columns) {
        for (Column column : columns.changedTo(FieldRole.OPT_OUT)) {
            if (addresses.contains(column) && !others.contains(column)) {
                throw new UnusableFile(
                        "The column \"%s\" holds nothing but addresses, so it cannot say who opted out (optOut). If it holds the addresses of the people in the file, name it with email; for a list of people who all opted out give the file another column, with yes in each line, and name that."
                                .formatted(column.name()));
            }
        }
    }

    /** What its words mean there is to be said with each file: somebody's own of yesterday are not those of today. */
    private static void refuseConsents(Column column) {
        if (Field.isConsent(column.name()) || Field.isConsent(column.field())) {
            throw new UnusableFile(
                    "By its name, or that of the field that it fills, the column \"%s\" says who wants mail, and not who opted out: say with true and false what its words mean, like true=no and false=yes; or true=yes and false=no, if it does say who opted out."
                            .formatted(column.name()));
        }
    }

    private static UnusableFile otherWords(Column column) {
        return new UnusableFile(
                "Profiles have values of the field \"%s\" already, which were not read by the words given with true and false: let the column fill a new field, like map=%s=%s_2."
                        .formatted(column.field(), column.name(), column.field()));
    }

    /** The fields that were read by words turned round. */
    public List<String> turnedRound() {
        return turnedRound.stream().map(Column::field).toList();
    }

    /** The fields that were read by words that only the file uses. */
    public List<String> own() {
        return own.stream().map(Column::field).toList();
    }

    /** The fields that were read by words as they are usual, which somebody said. */
    public List<String> usual() {
        return said.stream()
                .filter(column -> !turnedRound.contains(column))
                .map(Column::field)
                .toList();
    }
}
