package insights.export.audience;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import insights.export.segment.Segment;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which list at the destination stands for a segment. It is kept when the segment is renamed, because journeys there refer
 * to it. Exports of one connection share the list of a segment; two segments never share one.
 */
@ApplicationScoped
public class SegmentLists {

    private final Database database;
    private final SegmentClient segments;

    SegmentLists(Database database, SegmentClient segments) {
        this.database = database;
        this.segments = segments;
    }

    private record Known(UUID export, UUID segment, String list) {}

    /** What the exports of one connection use. */
    record Lists(Optional<String> own, Optional<String> shared, Set<String> others) {}

    /** The list of a segment, if the export or another one of its connection has it; and the lists of other segments. */
    Lists of(UUID export, UUID segment) {
        List<Known> known = database.transaction(connection -> Database.list(
                connection,
                Sql.of("""
                        select a.export_id, a.segment_id, a.list_id from audience_list a
                        join export e on e.id = a.export_id
                        where e.ledger_connection_id = (select ledger_connection_id from export where id = ?)""", export),
                row -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3))));
        List<Known> same =
                known.stream().filter(list -> list.segment().equals(segment)).toList();
        return new Lists(
                same.stream()
                        .filter(list -> list.export().equals(export))
                        .map(Known::list)
                        .findFirst(),
                same.stream().map(Known::list).findFirst(),
                known.stream()
                        .filter(list -> !list.segment().equals(segment))
                        .map(Known::list)
                        .collect(Collectors.toSet()));
    }

    /** What a new list is to be called. */
    String title(UUID segment) {
        return segments.find(segment).map(Segment::displayName).orElseThrow(SegmentLists::gone);
    }

    /**
     * Stores which list it is, in the transaction of the run.
     *
     * @param title what it is called; null for one that another export has stored
     */
    static void store(Connection connection, UUID export, UUID segment, String list, String title) throws SQLException {
        Database.update(connection, Sql.of("""
                insert into audience_list (export_id, segment_id, list_id, title)
                values (?, ?, ?, coalesce(?::text, (select max(title) from audience_list where list_id = ?)))""", export, segment, list, title, list));
    }

    static StopRunException gone() {
        return new StopRunException(
                StopReason.SEGMENT_GONE, "A segment of the export is gone; choose the segments anew.");
    }
}
