package insights.segment.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds rules that hold for everybody although nobody said so, as far as their form shows it: that a field exists or is
 * missing, that something holds or does not. What the values of profiles happen to be does not matter, and that every
 * number is below 3 or not is not seen through. Such rules come about by accident, and everybody is on a mailing list then.
 */
public final class Tautology {

    /** Every combination of so many conditions is tried; more of them than this come to everybody by no accident. */
    private static final int MAX_ATOMS = 12;

    private final List<Object> atoms = new ArrayList<>();

    private Tautology() {}

    /** Whether the rule holds whatever a profile has. One that says everybody somewhere says what it means. */
    public static boolean is(Rule rule) {
        Tautology search = new Tautology();
        Predicate<Integer> holds = search.read(rule);
        if (search.atoms.size() > MAX_ATOMS) {
            return false;
        }
        for (int combination = 0; combination < 1 << search.atoms.size(); combination++) {
            if (!holds.test(combination)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rule holds when those of the conditions do whose bits are set. */
    private Predicate<Integer> read(Rule rule) {
        return switch (rule) {
            case Rule.All(List<Rule> parts) -> {
                List<Predicate<Integer>> all = parts.stream().map(this::read).toList();
                yield combination -> all.stream().allMatch(part -> part.test(combination));
            }
            case Rule.Any(List<Rule> parts) -> {
                List<Predicate<Integer>> any = parts.stream().map(this::read).toList();
                yield combination -> any.stream().anyMatch(part -> part.test(combination));
            }
            case Rule.Not(Rule part) -> read(part).negate();
            case Rule.InSegment segment -> atom(segment);
            // As if there were profiles that are nobody.
            case Rule.Everybody everybody -> atom(everybody);
            case Rule.Condition condition -> condition(condition);
        };
    }

    private Predicate<Integer> condition(Rule.Condition condition) {
        return switch (condition.operator()) {
            case MISSING -> atom(condition.with(Operator.EXISTS)).negate();
            case NE -> atom(condition.with(Operator.EQ)).negate();
            case NOT_IN -> atom(condition.with(Operator.IN)).negate();
            default -> atom(condition);
        };
    }

    private Predicate<Integer> atom(Object atom) {
        if (!atoms.contains(atom)) {
            atoms.add(atom);
        }
        int bit = 1 << Math.min(atoms.indexOf(atom), MAX_ATOMS);
        return combination -> (combination & bit) != 0;
    }
}
