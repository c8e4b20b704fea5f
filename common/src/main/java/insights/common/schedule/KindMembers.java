package insights.common.schedule;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.time.ZoneNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which members a schedule of some kind has to have. Those that its kind has no use for are refused: who gives days means
 * them, and would not learn that nobody looks at them. Null and an empty list are not given.
 *
 * @param <K> the kinds there are
 */
public final class KindMembers<K extends Enum<K>> {

    private final K kind;
    private final String at;
    private final List<FieldError> errors = new ArrayList<>();

    private KindMembers(K kind, String at) {
        this.kind = kind;
        this.at = at;
    }

    /** @param at pointer to the schedule in what was sent; "" where it is all of that */
    public static <K extends Enum<K>> KindMembers<K> of(K kind, String at) {
        return new KindMembers<>(kind, at);
    }

    /** @param of the kinds that need it @param hint what to give */
    public KindMembers<K> list(String member, Collection<?> given, Set<K> of, String hint) {
        boolean isGiven = given != null && !given.isEmpty();
        return member(member, isGiven, isGiven, of, hint);
    }

    /** @param of the kinds that need it */
    public KindMembers<K> timeZone(String given, Set<K> of) {
        return member(
                "timeZone", given != null, ZoneNames.has(given), of, "give the name of a time zone, like Europe/Rome");
    }

    private KindMembers<K> member(String name, boolean isGiven, boolean isGood, Set<K> of, String hint) {
        boolean needed = of.contains(kind);
        if (needed && !isGood) {
            errors.add(new FieldError(at + "/" + name, hint));
        } else if (!needed && isGiven) {
            errors.add(new FieldError(at + "/" + name, "is for " + words(of) + " only; leave it out with " + kind));
        }
        return this;
    }

    /** 422 when something is missing, wrong or too much. */
    public void require() {
        if (!errors.isEmpty()) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "Correct the values listed under errors, then send it again.",
                    errors);
        }
    }

    private String words(Set<K> kinds) {
        String all = kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
    }
}
