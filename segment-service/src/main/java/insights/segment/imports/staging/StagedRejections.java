package insights.segment.imports.staging;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.ImportRejection.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes out of the {@link StagingTable} the lines of which it shows only there that they do not count. */
public record StagedRejections(Connection connection) {

    /** For the number of the other line; PostgreSQL's {@code format} knows no other sign than this. */
    private static final String SAME_ID = "line %s has the same id";

    private static final String WAS_ERASED = "the profile was erased";
    private static final String RETURNS = "the address is that of a person who was erased";

    private static final String REJECT_DUPLICATES = """
        with repeated as (
            select profile_id, max(line) as last from staging group by profile_id having count(*) > 1),
        superseded as (
            delete from staging using repeated
            where staging.profile_id = repeated.profile_id and staging.line < repeated.last
            returning staging.line, repeated.last),
        listed as (
            insert into import_rejection (import_id, line, reason, detail)
            select ?, line, ?, format(?, last) from superseded order by line limit ?)
        select count(*) from superseded""";

    private static final String REJECT_ERASED = """
        with erased as (
            delete from staging using tombstone where staging.fingerprint = tombstone.fingerprint
            returning staging.line),
        listed as (
            insert into import_rejection (import_id, line, reason, detail)
            select ?, line, ?, ? from erased order by line limit ?)
        select count(*) from erased""";

    private static final String REJECT_RETURNS = """
        with returned as (delete from staging where line = any (?) returning line),
        listed as (
            insert into import_rejection (import_id, line, reason, detail)
            select ?, line, ?, ? from returned order by line limit ?)
        select count(*) from returned""";

    private static final String SPARE = """
        create temporary table spared on commit drop as
        select distinct profile_id from staging where attributes is null""";

    private static final String SHOW_DUPLICATES = """
        select line, last from (
            select line, max(line) over (partition by profile_id) as last from staging where attributes is not null) as lines
        where line < last order by line limit ?""";

    private static final String SHOW_ERASED = """
        select line from (
            select line, fingerprint, max(line) over (partition by profile_id) as last
            from staging where attributes is not null) as lines
        where line = last and fingerprint in (select fingerprint from tombstone) order by line limit ?""";

    private static final String TAKE_DUPLICATES = """
        update staging set attributes = null, address_fingerprints = null from (
            select profile_id, max(line) as last from staging where attributes is not null
            group by profile_id having count(*) > 1) as repeated
        where staging.profile_id = repeated.profile_id and staging.line < repeated.last and attributes is not null""";

    /**
     * What {@link #rejectDuplicates} and {@link #rejectErased} would list, with all lines left as they are.
     *
     * @param most of each
     */
    public List<ImportRejection> shown(boolean duplicates, boolean erased, int most) throws SQLException {
        List<ImportRejection> shown = new ArrayList<>();
        if (duplicates) {
            shown.addAll(Database.list(
                    connection,
                    Sql.of(SHOW_DUPLICATES, most),
                    row -> ImportRejection.ofLine(
                            row.getLong(1), Reason.DUPLICATE_ID, SAME_ID.formatted(row.getLong(2)))));
        }
        if (erased) {
            shown.addAll(Database.list(
                    connection,
                    Sql.of(SHOW_ERASED, most),
                    row -> ImportRejection.ofLine(row.getLong(1), Reason.ERASED, WAS_ERASED)));
        }
        return shown;
    }

    /** What {@link #rejectReturns} would list. */
    public static List<ImportRejection> returned(List<Long> lines, int most) {
        return lines.stream()
                .limit(most)
                .map(line -> ImportRejection.ofLine(line, Reason.ERASED, RETURNS))
                .toList();
    }

    /** Makes rejected ones of lines that a later one takes the place of, without listing them. */
    public void takeDuplicates() throws SQLException {
        Database.update(connection, Sql.of(TAKE_DUPLICATES));
    }

    /** Tells the profiles apart that are in the file only in lines that were rejected: they stay as they are. */
    public void spareRejected() throws SQLException {
        Database.update(connection, Sql.of(SPARE));
    }

    /** What rejected lines say was taken from them. */
    public void removeRejected() throws SQLException {
        Database.update(connection, Sql.of("delete from staging where attributes is null"));
    }

    /**
     * Of several lines with one id the last one counts; the others become rejections.
     *
     * @param keep how many of them are listed at most
     * @return how many there were
     */
    public long rejectDuplicates(UUID importId, long keep) throws SQLException {
        return reject(REJECT_DUPLICATES, importId, Reason.DUPLICATE_ID, SAME_ID, keep);
    }

    /** The same for profiles that were erased. */
    public long rejectErased(UUID importId, long keep) throws SQLException {
        return reject(REJECT_ERASED, importId, Reason.ERASED, WAS_ERASED, keep);
    }

    /**
     * The same for lines by which somebody who was erased would come back.
     *
     * @param spare whether the profiles that have such a line are to be kept as they are
     */
    public long rejectReturns(UUID importId, List<Long> lines, long keep, boolean spare) throws SQLException {
        if (lines.isEmpty()) {
            return 0;
        }
        if (spare) {
            Database.update(
                    connection,
                    Sql.of("insert into spared select profile_id from staging where line = any (?)", (Object)
                            lines.toArray(Long[]::new)));
        }
        return Database.first(
                        connection,
                        Sql.of(
                                REJECT_RETURNS,
                                lines.toArray(Long[]::new),
                                importId,
                                Reason.ERASED.name(),
                                RETURNS,
                                Math.max(keep, 0)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private long reject(String sql, UUID importId, Reason reason, String detail, long keep) throws SQLException {
        return Database.first(
                        connection,
                        Sql.of(sql, importId, reason.name(), detail, Math.max(keep, 0)),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
