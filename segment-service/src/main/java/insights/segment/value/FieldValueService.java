package insights.segment.value;

import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.common.sql.Database;
import insights.segment.SegmentProblem;
import insights.segment.field.Field;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Decides who sees which values of fields. */
@ApplicationScoped
class FieldValueService {

    /** Values at once. */
    static final int MAX_LIMIT = 200;

    /** A share of values that look like addresses from which the field is one of addresses. */
    private static final double ADDRESSES = 0.1;

    /** A share of values that differ from all others from which the field is as good as a name. */
    private static final double DIFFERENT = 0.8;

    private final FieldRepository fields;
    private final FieldValueRepository values;
    private final Database database;
    private final Caller caller;

    FieldValueService(FieldRepository fields, FieldValueRepository values, Database database, Caller caller) {
        this.fields = fields;
        this.values = values;
        this.database = database;
        this.caller = caller;
    }

    /** @param search part of the value; null for all */
    FieldValues mostFrequent(String name, String search, int limit) {
        boolean all = caller.is(Roles.ADMIN);
        return database.transaction(connection -> {
            Field field = fields.list(connection).stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("field", name));
            Count count = values.count(connection, field, search, all ? 1 : 2, limit);
            if (!all && isPersonal(field, count)) {
                throw Problem.of(
                        SegmentProblem.PERSONAL_VALUES,
                        "The values of this field tell who people are: write the one that you mean into the rule, or let"
                                + " an administrator look.");
            }
            return new FieldValues(count.items(), count.profiles(), count.estimated());
        });
    }

    /**
     * What was counted.
     *
     * @param items those to show
     * @param different how many different values there are in what was counted
     * @param filled how many profiles of what was counted have one
     * @param profiles how many of all profiles have one
     */
    record Count(List<FieldValue> items, long different, long filled, long profiles, boolean estimated) {}

    private static boolean isPersonal(Field field, Count count) {
        return field.type() != FieldType.BOOLEAN
                && (field.email() >= ADDRESSES
                        || count.filled() > 0 && count.different() >= DIFFERENT * count.filled());
    }
}
