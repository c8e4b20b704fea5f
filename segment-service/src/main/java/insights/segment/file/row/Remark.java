package insights.segment.file.row;

import com.fasterxml.jackson.annotation.JsonIgnore;
import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;

/**
 * Something about a file that whoever sent it should know, though it was read. It repeats none of its values but words like yes,
 * and of one in letters beyond ASCII the first of these with its neighbours.
 *
 * @param column as the file calls it, or the field when it has no such column; absent when it is about the file
 * @param detail in words, with the parameter that changes it
 */
@RegisterForReflection
public record Remark(
        @NotNull Code code, String column, @NotNull String detail) {

    /** Whether it says this about the column. */
    public boolean isOf(Code of, Column which) {
        return code == of && which.name().equals(column);
    }

    /** The role that it says the column may have; null for none. A consent is no opt-out: it is one turned round. */
    @JsonIgnore
    public FieldRole suggestedRole() {
        return switch (code) {
            case MAY_BE_OPT_OUT -> FieldRole.OPT_OUT;
            case MAY_BE_EMAIL -> FieldRole.EMAIL;
            default -> null;
        };
    }

    /** What it is about. */
    public enum Code {
        /** A column without a name, in which there are values. */
        COLUMN_LEFT_OUT,
        /** A name that fields cannot have. */
        FIELD_RENAMED,
        /** Values that look like numbers or days, but not all of them in one way. */
        BECAME_TEXT,
        /** Numbers or days that can be read in two ways. */
        AMBIGUOUS,
        /** How numbers or days were read, where the file shows it and nobody said it. */
        NOTATION_TAKEN,
        /** Times without an offset, which were read in some zone. */
        TIME_ZONE_TAKEN,
        /** A charset that nothing says or shows, so that letters may have been meant as others. */
        CHARSET_TAKEN,
        /** The column with the ids fills a field, too. */
        ID_FILLS_FIELD,
        /** A field that people rely on, and that earlier files had a column for. */
        COLUMN_MISSING,
        /** A name that speaks of opting out, of a column that is not taken for one of opt-outs. */
        MAY_BE_OPT_OUT,
        /** A name that speaks of who wants mail, of a column that keeps nobody from getting it. */
        MAY_BE_CONSENT,
        /** No column is known to say who opted out, and one that is new, or any, may. */
        NOBODY_OPTED_OUT,
        /** Somebody who opts out has what was meant as an address and is none, so that it holds for the id alone. */
        OPTED_OUT_ADDRESS_UNREADABLE,
        /** Most lines opt somebody out. */
        MOST_OPT_OUT,
        /** An earlier file said the same of who opted out, so opt-outs since then stay. */
        SAID_BEFORE,
        /** Addresses in a column that is not known to hold any. */
        MAY_BE_EMAIL,
        /** The last line ends otherwise than all others. */
        MAY_BE_CUT
    }
}
