package insights.segment.imports.intake;

import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.file.text.UnusableFile;
import java.util.Set;

/**
 * Columns of consents that fill a new field, because their own had values already that were read otherwise. A file that comes
 * without the parameters, as every night, would fill the old one again, and opt out nobody, without a word.
 */
final class ConsentElsewhere {

    /** The name that the refusal of such a column proposes. */
    private static final String NEW_FIELD = "%s_2";

    private ConsentElsewhere() {}

    /**
     * @param turnedRound fields that say who wants mail
     * @param mapped columns of which the file's parameters say what they fill
     */
    static void refuse(Columns columns, Set<String> turnedRound, Set<String> mapped) {
        for (Column column : columns.filled()) {
            String elsewhere = NEW_FIELD.formatted(column.field());
            if (column.role() == null
                    && columns.isKnown(column)
                    && turnedRound.contains(elsewhere)
                    && !mapped.contains(column.name())
                    && columns.filling().stream()
                            .noneMatch(other -> other.field().equals(elsewhere))) {
                throw new UnusableFile(
                        "The column \"%s\" was let fill the field \"%s\" before, which says who wants mail: say so again, with map=%s=%s and what its words mean with true and false, like true=no and false=yes; or say that it is another column, which says nothing of that, with map=%s=%s."
                                .formatted(
                                        column.name(),
                                        elsewhere,
                                        column.name(),
                                        elsewhere,
                                        column.name(),
                                        column.field()));
            }
        }
    }
}
