package insights.common.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Map;
import java.util.Set;

/** What a violation says: the words of {@code ValidationMessages}, and of a length what is counted there. */
final class ViolationWords {

    private static final Set<String> OF_LENGTHS = Set.of(
            "{jakarta.validation.constraints.Size.message}",
            "{org.hibernate.validator.constraints.CodePointLength.message}");

    private static final String BLANK = "{jakarta.validation.constraints.NotBlank.message}";

    private ViolationWords() {}

    static String of(ConstraintViolation<?> violation) {
        if (violation.getInvalidValue() == null
                && violation.getMessageTemplate().equals(BLANK)) {
            return "must be given";
        }
        if (!OF_LENGTHS.contains(violation.getMessageTemplate())) {
            return violation.getMessage();
        }
        Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
        boolean isText = violation.getInvalidValue() instanceof CharSequence;
        return words((Integer) bounds.get("min"), (Integer) bounds.get("max"), isText);
    }

    private static String words(int min, int max, boolean isText) {
        if (max == Integer.MAX_VALUE) {
            return "give at least " + counted(min, isText);
        }
        if (min == max) {
            return "give " + counted(max, isText);
        }
        return (min == 0 ? "give up to " : "give " + min + " to ") + counted(max, isText);
    }

    private static String counted(int count, boolean isText) {
        String one = isText ? "character" : "entry";
        String many = isText ? "characters" : "entries";
        return count + " " + (count == 1 ? one : many);
    }
}
