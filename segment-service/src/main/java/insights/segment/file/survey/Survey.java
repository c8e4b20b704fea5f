package insights.segment.file.survey;

import insights.segment.field.Field;
import insights.segment.field.FieldType;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.column.Words;
import insights.segment.file.row.NestedTexts;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Row;
import insights.segment.file.value.DayOrder;
import insights.segment.file.value.Notation;
import insights.segment.file.value.NumberStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at lines of a file to decide what the types of its new fields are and how it writes numbers and days. What is
 * decided by the first lines is decided by all of them as long as the decision is not open, and every value fits.
 */
public final class Survey {

    private final Columns columns;
    private final Notation given;
    private final Words usual;
    private final AddressEvidence addresses = new AddressEvidence();
    private final Map<Column, ColumnEvidence> evidence = new LinkedHashMap<>();
    private Column[] lastColumns;
    private ColumnEvidence[] lastEvidence;

    /** @param given what is known of the notation */
    public Survey(Columns columns, Notation given, Words words) {
        this.columns = columns;
        this.given = given;
        this.usual = words.usual();
    }

    /** Looks at a line. */
    public void observe(Row row) {
        addresses.observe(row);
        if (row.columns() != lastColumns) {
            lastColumns = row.columns();
            lastEvidence = new ColumnEvidence[lastColumns.length];
            for (int i = 0; i < lastColumns.length; i++) {
                lastEvidence[i] = isOfInterest(lastColumns[i]) ? evidence(lastColumns[i]) : null;
            }
        }
        for (int i = 0; i < lastEvidence.length; i++) {
            Object value = row.values()[i];
            if (lastEvidence[i] != null && value != null && !(value instanceof NestedTexts)) {
                lastEvidence[i].observe(row.line(), value);
            }
        }
    }

    private ColumnEvidence evidence(Column column) {
        Words words = column.keepsOwnWords() ? usual.withoutTruths() : usual;
        return evidence.computeIfAbsent(column, unused -> new ColumnEvidence(given, words, isDialled(column)));
    }

    private static boolean isDialled(Column column) {
        return column.isGuessed() && (Field.isDialled(column.name()) || Field.isDialled(column.field()));
    }

    private static boolean isOfInterest(Column column) {
        return !column.isId()
                && (column.isGuessed()
                        || column.type() == FieldType.NUMBER
                        || column.type() == FieldType.DATE
                        || column.type() == FieldType.DATETIME);
    }

    /** What these lines say. */
    public Decisions decide() {
        NumberStyle numbers = given.numbers() == null ? numbers() : given.numbers();
        DayOrder days = given.days() == null ? days() : given.days();
        Map<String, FieldType> types = new HashMap<>();
        evidence.forEach((column, seen) -> {
            if (column.isGuessed() && seen.values() > 0) {
                FieldType type = seen.type(numbers, days);
                boolean codes = type == FieldType.BOOLEAN && Field.mayBeCodes(column.name());
                types.put(column.field(), codes ? FieldType.STRING : type);
            }
        });
        Optional<Column> filledByIds = filledByIds();
        List<Remark> remarks = new ArrayList<>();
        SurveyRemarks said = new SurveyRemarks(given, numbers, days, remarks);
        evidence.forEach((column, seen) -> {
            if (!column.isCopyOfId()) {
                said.about(column, types.getOrDefault(column.field(), column.type()), seen);
            }
        });
        filledByIds.ifPresent(said::aboutCopyOfId);
        evidence.keySet().stream()
                .filter(column -> column.role() == null && !column.isCopyOfId() && addresses.areMostOf(column))
                .forEach(said::aboutAddresses);
        said.aboutFile();
        return new Decisions(
                new Notation(numbers, days, given.zone()),
                types,
                filledByIds.isPresent(),
                isOpen(numbers, days),
                List.copyOf(remarks));
    }

    private boolean isOpen(NumberStyle numbers, DayOrder days) {
        return evidence.entrySet().stream()
                .anyMatch(entry -> entry.getKey().isGuessed()
                                && entry.getValue().isOpen()
                        || numbers.cautious() && entry.getValue().numbers().isAmbiguous()
                        || days == DayOrder.YEAR_FIRST
                                && entry.getValue().days().isAmbiguous());
    }

    private NumberStyle numbers() {
        boolean point = false;
        boolean comma = false;
        for (Map.Entry<Column, ColumnEvidence> entry : evidence.entrySet()) {
            NumberEvidence seen = entry.getValue().numbers();
            boolean known =
                    entry.getKey().type() == FieldType.NUMBER && !entry.getKey().isGuessed();
            point |= known ? seen.showsPoint() : seen.isPointColumn();
            comma |= known ? seen.showsComma() : seen.isCommaColumn();
        }
        return point == comma ? NumberStyle.UNKNOWN : point ? NumberStyle.POINT : NumberStyle.COMMA;
    }

    private DayOrder days() {
        boolean day = false;
        boolean month = false;
        for (Map.Entry<Column, ColumnEvidence> entry : evidence.entrySet()) {
            DayEvidence seen = entry.getValue().days();
            boolean known = !entry.getKey().isGuessed();
            day |= seen.showsDayFirst() && (known || isWhole(seen, DayOrder.DAY_FIRST));
            month |= seen.showsMonthFirst() && (known || isWhole(seen, DayOrder.MONTH_FIRST));
        }
        return day == month ? DayOrder.YEAR_FIRST : day ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
    }

    private static boolean isWhole(DayEvidence seen, DayOrder order) {
        return seen.areDays(order) || seen.areTimes(order);
    }

    /** Ids that are addresses are wanted as addresses, if no other column has some. Only text holds them. */
    private Optional<Column> filledByIds() {
        return columns.copyOfId()
                .filter(copy -> copy.isGuessed() || copy.type() == FieldType.STRING)
                .filter(addresses::areOnlyIn);
    }
}
