package insights.export.definition;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.export.ExportProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/** Names that no two exports share, whatever the case: told in words, and made sure of by the database. */
@ApplicationScoped
class ExportNames {

    private static final String CONSTRAINT = "export_display_name_key";
    private static final String COPY = "Copy of ";
    private static final int MAX_LENGTH = 100;

    private final ExportRepository exports;

    ExportNames(ExportRepository exports) {
        this.exports = exports;
    }

    /** 409 when another export than this one has the name. @param export null for a new one */
    void requireFree(String displayName, UUID export) {
        if (exports.isNameTaken(displayName, export)) {
            throw taken();
        }
    }

    /** A free name for a copy: "Copy of A", then "Copy of A 2" and so on. */
    String ofCopy(String displayName) {
        String name = shortened(COPY + displayName, MAX_LENGTH);
        String candidate = name;
        for (int number = 2; exports.isNameTaken(candidate, null); number++) {
            String end = " " + number;
            candidate = shortened(name, MAX_LENGTH - end.length()) + end;
        }
        return candidate;
    }

    /** Runs a transaction, and answers as {@link #requireFree} does when somebody else was faster. */
    static <T> T translated(Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (ConstraintViolationException e) {
            throw isAboutNames(e) ? taken() : e;
        }
    }

    /** Runs a transaction that chooses the name itself, again when somebody else was faster. */
    static <T> T repeated(Supplier<T> transaction) {
        for (int left = 10; ; left--) {
            try {
                return transaction.get();
            } catch (ConstraintViolationException e) {
                if (left == 0 || !isAboutNames(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isAboutNames(ConstraintViolationException e) {
        return CONSTRAINT.equals(e.getConstraintName());
    }

    /** Not in the middle of a character that takes two. */
    private static String shortened(String name, int length) {
        int end = Math.min(name.length(), length);
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end)
                .strip();
    }

    private static RuntimeException taken() {
        return Problem.of(
                ExportProblem.NAME_TAKEN,
                "Choose another display name: names are unique, whatever the case.",
                List.of(new FieldError("/displayName", "taken by another export")));
    }
}
