package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.autopilot.AutopilotException;
import insights.export.autopilot.Reply;
import insights.export.segment.Segment;
import insights.export.segment.SegmentClient;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Which list at Autopilot stands for a segment: the one named after it, found or created when first needed. */
@ApplicationScoped
class SegmentLists {

    private final AgroalDataSource database;
    private final SegmentClient segments;

    SegmentLists(AgroalDataSource database, SegmentClient segments) {
        this.database = database;
        this.segments = segments;
    }

    /** The list, if the export has used one for this segment. */
    @Transactional
    Optional<String> known(UUID export, UUID segment) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select list_id from autopilot_list where export_id = ? and segment_id = ?")) {
            select.setObject(1, export);
            select.setObject(2, segment);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The list, found or created. */
    String ensure(Assignment assignment, UUID segment) {
        UUID export = assignment.export().id();
        return known(export, segment).orElseGet(() -> {
            String title = segments.find(segment)
                    .map(Segment::displayName)
                    .orElseThrow(() -> new StopRunException(
                            StopReason.SEGMENT_GONE, "A segment of the export is gone; choose the segments anew."));
            String list = findOrCreate(assignment.account(), title);
            assignment.run().commit(Counts.steps(0), connection -> store(connection, export, segment, list));
            return list;
        });
    }

    /** Looks first: a second list of the same name may be created without complaint. */
    private static String findOrCreate(AutopilotAccount account, String title) {
        Optional<String> found = account.findList(title);
        if (found.isPresent()) {
            return found.get();
        }
        return switch (account.createList(title)) {
            case Reply.Accepted created
            when created.body().path("list_id").isTextual() ->
                created.body().path("list_id").asText();
            // Somebody else created it in between, or it is there under a title that differs in case.
            default ->
                account.findList(title)
                        .orElseThrow(() -> new AutopilotException.Unavailable("Autopilot creates no list"));
        };
    }

    private static void store(Connection connection, UUID export, UUID segment, String list) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into autopilot_list (export_id, segment_id, list_id) values (?, ?, ?)")) {
            insert.setObject(1, export);
            insert.setObject(2, segment);
            insert.setString(3, list);
            insert.executeUpdate();
        }
    }
}
