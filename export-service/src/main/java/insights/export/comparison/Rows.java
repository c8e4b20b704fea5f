package insights.export.comparison;

import insights.export.ledger.Membership;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads rows of the ledger. */
final class Rows {

    private Rows() {}

    static List<UUID> uuids(Array array) throws SQLException {
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Profile, contact, address, segments. */
    static TakeOffRepository.Flagged flagged(ResultSet row) throws SQLException {
        return new TakeOffRepository.Flagged(
                row.getString(1), row.getString(2), row.getBytes(3), uuids(row.getArray(4)));
    }

    /** Profile, address, contact, segment, and whether it was asked for before. */
    static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                row.getString(1), row.getBytes(2), row.getString(3), row.getObject(4, UUID.class), row.getBoolean(5));
    }
}
