package insights.segment.imports.guard;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.field.Field;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import insights.segment.imports.request.Confirmation;
import insights.segment.imports.request.ImportMode;
import insights.segment.imports.staging.StagedImport;
import insights.segment.imports.staging.StagedMerge;
import insights.segment.imports.staging.StagingTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what an import would take away that is more than usual. It compares the file with the figures about the fields
 * before it, and looks into the staging table only where a column is emptier than it was, and something changes.
 */
public final class ImportGuard {

    /** Fewer profiles than these are somebody's first steps. */
    static final long MIN_PROFILES = 10;

    private static final double MANY_PROFILES = 0.3;
    private static final double MOST_ADDRESSES = 0.5;
    private static final double MOST_OPT_OUTS = 0.5;

    /** A field that fewer profiles have is not missed. */
    private static final double IN_USE = 0.1;

    /** Different addresses that the profiles of the file have, and would have. */
    private static final String EXCHANGED = """
        select count(distinct lower(profile.attributes ->> asked.field)) filter (where %s)
            - count(distinct lower(staging.attributes ->> asked.field)) filter (where %s)
        from (select ?::text as field) as asked
            cross join staging join profile on profile.profile_id = staging.profile_id
        where asked.field = any (staging.cleared) or jsonb_exists(staging.attributes, asked.field)""".formatted(
                    FieldRepository.looksLikeAddress("(profile.attributes ->> asked.field)"),
                    FieldRepository.looksLikeAddress("(staging.attributes ->> asked.field)"));

    private static final String CLEARED = """
        select count(*) from %s join profile on profile.profile_id = staging.profile_id
        where ? = any (staging.cleared) and jsonb_exists(profile.attributes, ?)""";

    /** One profile that keeps it suffices; figures of very many profiles are those of some of them. */
    private static final String LEFT = """
        select count(*) from (
            select from profile where jsonb_exists(profile.attributes, ?)
                and not exists (select from staging where staging.profile_id = profile.profile_id and ? = any (staging.cleared))
            limit 1) as found""";

    private final StagedImport file;
    private final Map<String, Field> fields;
    private final LongSupplier before;
    private final Map<String, Long> cleared = new HashMap<>();
    private final Map<String, Long> lostAddresses = new HashMap<>();
    private final Map<String, OthersAddresses> others = new LinkedHashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final List<Question> questions = new ArrayList<>();

    /**
     * @param fields as they were
     * @param before how many profiles there were
     */
    public ImportGuard(StagedImport file, Map<String, Field> fields, LongSupplier before) {
        this.file = file;
        this.fields = fields;
        this.before = before;
    }

    /**
     * Counts the values that the file takes away, and looks who would get somebody else's address: among the lines that are to be merged,
     * as no other takes or gives any. Before they are merged; and not at all where none is.
     */
    public void lookAtChanging(Connection connection) throws SQLException {
        lookAtValues(connection, StagedMerge.CHANGING);
        lookAtAddresses(connection, StagedMerge.CHANGING);
    }

    /**
     * The same, among all lines: where nothing is merged.
     *
     * @param updated how many profiles would be changed
     */
    public void lookAtAll(Connection connection, long updated) throws SQLException {
        lookAtValues(connection, StagingTable.LINES);
        if (updated >= MIN_PROFILES) {
            lookAtAddresses(connection, file.ascending() ? StagingTable.LINES : StagingTable.COUNTING);
        }
    }

    private void lookAtValues(Connection connection, String lines) throws SQLException {
        if (before() < MIN_PROFILES || replaces()) {
            return;
        }
        for (Column column : file.columns().filling()) {
            Field field = fields.get(column.field());
            if (field != null && column.cleared() >= field.filled() * before() * (1 - MOST_ADDRESSES)) {
                cleared.put(
                        field.name(), count(connection, Sql.of(CLEARED.formatted(lines), field.name(), field.name())));
                if (column.filled() > 0 || count(connection, Sql.of(LEFT, field.name(), field.name())) > 0) {
                    kept.add(field.name());
                }
            }
            if (field != null && field.holdsAddresses() && mayLoseMost(column, field)) {
                lostAddresses.put(field.name(), count(connection, Sql.of(EXCHANGED, field.name())));
            }
        }
    }

    private void lookAtAddresses(Connection connection, String lines) throws SQLException {
        for (Column column : file.columns().withRole(FieldRole.EMAIL)) {
            Field field = fields.get(column.field());
            if (field != null && Math.min(column.filled(), field.filled() * before()) >= MIN_PROFILES) {
                OthersAddresses.look(connection, column, lines, replaces())
                        .ifPresent(found -> others.put(field.name(), found));
            }
        }
    }

    private boolean mayLoseMost(Column column, Field field) {
        long without = column.cleared() + column.filled() - Math.min(column.addresses(), column.filled());
        return without > 0 && without >= field.addresses(before()) * (1 - MOST_ADDRESSES);
    }

    private static long count(Connection connection, Sql sql) throws SQLException {
        return Database.first(connection, sql, row -> row.getLong(1)).orElseThrow();
    }

    /** How many different addresses profiles have in the field after the import, as far as the file decides it. */
    private double addressesAfter(Field field) {
        if (!replaces()) {
            return field.addresses(before()) - Math.max(lostAddresses.getOrDefault(field.name(), 0L), 0);
        }
        return filling(field).mapToLong(Column::addresses).sum();
    }

    private Stream<Column> filling(Field field) {
        return file.columns().filling().stream().filter(column -> column.field().equals(field.name()));
    }

    /** How many profiles have a value for the field after the import, as far as the file decides it. */
    private double after(Field field) {
        if (!replaces()) {
            double left = field.filled() * before() - cleared.getOrDefault(field.name(), 0L);
            return Math.max(left, filling(field).mapToLong(Column::filled).sum());
        }
        return filling(field).mapToLong(Column::filled).sum();
    }

    /**
     * Asks about opt-outs that the file ends, and about values that become some: of most people at once that is rather a mistake than
     * what they said.
     */
    public void askAboutOptOuts(OptOutChange out) {
        double values = file.columns().changedTo(FieldRole.OPT_OUT).stream()
                .map(column -> fields.get(column.field()))
                .filter(Objects::nonNull)
                .mapToDouble(field -> field.filled() * before())
                .sum();
        if (out.byValues() >= MIN_PROFILES && out.byValues() > values * MOST_OPT_OUTS) {
            ask(
                    Confirmation.OPTS_OUT_MOST,
                    "%,d people of about %,d who have a value already for what becomes a field of opt-outs would be opted out."
                            .formatted(out.byValues(), Math.max(out.byValues(), Math.round(values))));
        }
        if (out.ended() >= MIN_PROFILES && out.ended() > out.before() * MOST_OPT_OUTS) {
            ask(
                    Confirmation.ENDS_OPT_OUTS,
                    "%,d of %,d opt-outs would end, and these people would get mail again: look whether the column says who opted out, by the words of its field."
                            .formatted(out.ended(), out.before()));
        }
    }

    /** What is to be asked where no profile changes. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /**
     * What is to be asked.
     *
     * @param removed how many profiles are not in the file
     */
    public List<Question> questions(long removed) {
        if (before() < MIN_PROFILES) {
            return List.copyOf(questions);
        }
        // Programs that end no last line are many, so that alone is no reason to ask.
        if (file.mayBeCut() && replaces() && removed > 0) {
            ask(
                    Confirmation.MAY_BE_CUT,
                    "The last line does not end with a line break as all others do, so the file may not be whole, and %,d of %,d profiles are not in it and would be removed."
                            .formatted(removed, before()));
        }
        if (removed >= before() * MANY_PROFILES) {
            ask(
                    Confirmation.REMOVES_PROFILES,
                    "%,d of %,d profiles are not in the file and would be removed.".formatted(removed, before()));
        }
        List<String> emptied = new ArrayList<>();
        for (Field field : fields.values()) {
            double had = field.filled() * before();
            if (had < 1) {
                continue;
            }
            double after = after(field);
            if (after < 1 && !kept.contains(field.name()) && (field.filled() >= IN_USE || field.role() != null)) {
                emptied.add(field.name());
            }
            askAboutAddresses(field);
        }
        others.forEach((field, found) -> ask(Confirmation.EXCHANGES_ADDRESSES, found.detail(field)));
        if (!emptied.isEmpty()) {
            ask(
                    Confirmation.EMPTIES_FIELDS,
                    "No profile would have %s any more."
                            .formatted(emptied.stream()
                                    .limit(10)
                                    .map(name -> "\"" + name + "\"")
                                    .collect(Collectors.joining(", "))));
        }
        return List.copyOf(questions);
    }

    private void askAboutAddresses(Field field) {
        double had = field.addresses(before());
        double after = addressesAfter(field);
        if (had >= MIN_PROFILES && after < had * (1 - MOST_ADDRESSES)) {
            ask(
                    Confirmation.REMOVES_ADDRESSES,
                    "About %,d of %,d different addresses in \"%s\" would be gone."
                            .formatted(Math.round(had - Math.max(after, 0)), Math.round(had), field.name()));
        }
    }

    private long before() {
        return before.getAsLong();
    }

    private boolean replaces() {
        return file.request().mode() == ImportMode.REPLACE;
    }

    private void ask(Confirmation confirmation, String detail) {
        if (!file.request().confirmed().contains(confirmation)) {
            questions.add(new Question(confirmation, detail));
        }
    }
}
