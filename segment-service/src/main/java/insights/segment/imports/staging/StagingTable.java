package insights.segment.imports.staging;

import insights.common.sql.BinaryCopy;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.change.ProfileChanges;
import insights.segment.imports.request.ImportMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table that takes a file as it comes in. It is gone with its transaction, whatever becomes of that. */
public record StagingTable(Connection connection) {

    /** Without attributes are the lines that were rejected. */
    private static final String CREATE = """
        create temporary table staging (
            line bigint not null,
            profile_id text collate "C" not null,
            attributes jsonb,
            cleared text[],
            kept text[],
            fingerprint bytea,
            opt_outs bigint,
            opt_ins bigint,
            addresses text[],
            address_fingerprints bytea[]
        ) on commit drop""";

    /** The same as merging does, without doing it; of several lines with one id the last one counts. */
    private static final String FORETELL = """
        with counted as (
            select distinct on (profile_id) * from staging
            where attributes is not null
                and not exists (select from tombstone where tombstone.fingerprint = staging.fingerprint)
            order by profile_id, line desc)
        select count(*) filter (where profile.profile_id is null),
            count(*) filter (where profile.profile_id is not null and not (%s)),
            count(*)
        from counted as staging left join profile on profile.profile_id = staging.profile_id""";

    /** All lines, as a table of the name {@code staging} in SQL. */
    public static final String LINES = "staging";

    /** Those of them that count: of several with one id the last one. */
    public static final String COUNTING = """
        (select distinct on (profile_id) * from staging where attributes is not null
            order by profile_id, line desc) as staging""";

    private static final String COUNT_OTHERS = """
        select count(*) from profile
        where not exists (select from staging where staging.profile_id = profile.profile_id)""";

    /**
     * Takes rows: the line and the id; then, or null, the attributes, names of attributes to clear and of those to keep, the person's fingerprint,
     * bits of columns that say true and false of opting out, addresses of rejected lines, and fingerprints of addresses.
     */
    static BinaryCopy copy(Connection connection) throws SQLException {
        return new BinaryCopy(
                connection,
                "staging (line, profile_id, attributes, cleared, kept, fingerprint, opt_outs, opt_ins, addresses,"
                        + " address_fingerprints)",
                10);
    }

    public void create() throws SQLException {
        Database.update(connection, Sql.of(CREATE));
    }

    /** Takes everything out again. */
    void empty() throws SQLException {
        Database.update(connection, Sql.of("truncate staging"));
    }

    /**
     * What merging would do.
     *
     * @param taken lines that count
     * @param profiles how many there are before it
     */
    public record Foretold(long inserted, long updated, long removed, long taken, long profiles) {}

    public Foretold foretell(ImportMode mode) throws SQLException {
        boolean replace = mode == ImportMode.REPLACE;
        long removed = replace
                ? Database.first(connection, Sql.of(COUNT_OTHERS), row -> row.getLong(1))
                        .orElseThrow()
                : 0;
        long before = new ProfileCount(connection).getAsLong();
        return Database.first(
                        connection,
                        Sql.of(FORETELL.formatted(StagedMerge.saysWhatIsThere(mode))),
                        row -> new Foretold(row.getLong(1), row.getLong(2), removed, row.getLong(3), before))
                .orElseThrow();
    }

    /** How many opt-outs there would be more. @param sources the fields of opt-outs, in the order of their bits */
    public long foretellOptOuts(List<String> sources) throws SQLException {
        long found = 0;
        for (int i = 0; i < sources.size(); i++) {
            found += Database.first(
                            connection,
                            Sql.of(
                                    "select count(distinct fingerprint) from staging where opt_outs & ? <> 0 and not"
                                            + " exists (select from opt_out where person = fingerprint and source = ?)",
                                    1L << i,
                                    sources.get(i)),
                            row -> row.getLong(1))
                    .orElseThrow();
        }
        return found;
    }

    /** Keeps hash tables of a million ids in memory from now on; it is given back with the transaction. */
    public void useMoreMemory() throws SQLException {
        Database.list(connection, Sql.of("select set_config('work_mem', '64MB', true)"), row -> Boolean.TRUE);
    }

    /** Turns numbers and truth values of the field into text, in the file and in the profiles that are there. */
    public void makeText(String field, Instant now) throws SQLException {
        String change = " attributes = jsonb_set(attributes, array[?], to_jsonb(attributes ->> ?))";
        String where = " where jsonb_typeof(attributes -> ?) in ('number', 'boolean')";
        Database.update(connection, Sql.of("update staging set" + change + where, field, field, field));
        Database.update(
                connection, Sql.of("update profile set updated_at = ?," + change + where, now, field, field, field));
        ProfileChanges.everybody(connection);
    }

    /** Takes the ids that fill a field out of lines whose profile has an address of its own there. */
    public void leaveOwnAddresses(String field) throws SQLException {
        Database.update(connection, Sql.of("""
                        update staging set attributes = staging.attributes - ?::text from profile
                        where profile.profile_id = staging.profile_id and jsonb_exists(profile.attributes, ?)
                            and profile.attributes -> ? is distinct from staging.attributes -> ?""", field, field, field, field));
    }
}
