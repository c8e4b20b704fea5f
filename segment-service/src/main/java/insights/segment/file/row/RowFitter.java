package insights.segment.file.row;

import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.column.Column;
import insights.segment.file.row.ImportRejection.Reason;
import insights.segment.file.value.Notation;
import insights.segment.file.value.Shape;
import insights.segment.file.value.ValueReader;
import java.util.ArrayList;
import java.util.List;

/** Fits the values of rows to the types of their fields. A value that does not fit costs itself and nothing else. */
public final class RowFitter {

    /** Stands for a value that could not be read: what the profile has there stays as it is. */
    public static final Object UNREADABLE = new Object();

    private final ValueReader values;
    private final boolean widen;
    private final boolean first;
    private final boolean numbersGiven;
    private final boolean daysGiven;

    /**
     * @param given what was known of the notation before the file was looked at
     * @param widen whether a value that does not fit makes its field one of text
     * @param first whether the types were decided by the first lines only
     */
    public RowFitter(ValueReader values, Notation given, boolean widen, boolean first) {
        this.values = values;
        this.widen = widen;
        this.first = first;
        this.numbersGiven = given.numbers() != null;
        this.daysGiven = given.days() != null;
    }

    /**
     * Puts the values in their stored form in place of those that were read.
     *
     * @return what could not be read
     * @throws Undecided when the first lines were not enough to decide
     */
    public List<ImportRejection> fit(Row row) {
        List<ImportRejection> rejections = row.rejections();
        for (int i = 0; i < row.columns().length; i++) {
            Column column = row.columns()[i];
            Object value = row.values()[i];
            if (value instanceof NestedTexts) {
                row.values()[i] = UNREADABLE;
                continue;
            }
            if (value == null || value == UNREADABLE || column.isLeftOut()) {
                continue;
            }
            Object fitted = fit(row.line(), column, value);
            row.values()[i] = fitted == null ? UNREADABLE : fitted;
            if (fitted == null) {
                rejections = new ArrayList<>(rejections);
                rejections.add(rejection(row.line(), column, value));
            }
        }
        return rejections;
    }

    private Object fit(long line, Column column, Object value) {
        Object fitted = column.type() == null ? null : values.read(column, value);
        if (fitted != null || column.type() == FieldType.STRING) {
            return fitted;
        }
        Object text = values.read(FieldType.STRING, value);
        if (text == null) {
            return null;
        }
        if (first && mayBeReadOtherwise(column)) {
            throw new Undecided();
        }
        if (column.isGuessed() || widen && column.role() != FieldRole.OPT_OUT) {
            column.widen(line, Shape.of(value.toString()));
            return text;
        }
        return null;
    }

    private boolean mayBeReadOtherwise(Column column) {
        return column.type() == null
                || column.isGuessed()
                || switch (column.type()) {
                    case NUMBER -> !numbersGiven;
                    case DATE, DATETIME -> !daysGiven;
                    default -> false;
                };
    }

    private ImportRejection rejection(long line, Column column, Object value) {
        String shape = Shape.of(value.toString());
        return column.type() == null || column.type() == FieldType.STRING
                ? new ImportRejection(line, column.field(), Reason.INVALID_TEXT, "what cannot be stored")
                : new ImportRejection(
                        line,
                        column.field(),
                        Reason.WRONG_TYPE,
                        "column \"%s\" wants %s, and has something like %s"
                                .formatted(column.name(), values.expected(column.type()), shape));
    }
}
