package insights.segment.exports;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * Segments that export-service has ever asked for: it does when an export that sends one is saved, and when it runs. Nothing
 * hangs on the others, whether export-service can be asked or not.
 */
public final class ExportedSegments {

    private ExportedSegments() {}

    /** Notes that export-service asks for them. */
    public static void note(Connection connection, Collection<UUID> segments) throws SQLException {
        Database.update(connection, Sql.of("""
                        insert into exported_segment (segment_id)
                        select id from segment where id = any (?)
                            and not exists (select from exported_segment where segment_id = segment.id)
                        on conflict do nothing""", (Object) segments.toArray(UUID[]::new)));
    }

    /** Whether it did for any of them. */
    public static boolean any(Connection connection, Collection<UUID> segments) throws SQLException {
        return Database.first(
                        connection,
                        Sql.of("select exists (select from exported_segment where segment_id = any (?))", (Object)
                                segments.toArray(UUID[]::new)),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }
}
