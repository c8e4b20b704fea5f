package insights.export.bench;

import insights.common.sql.Sql;
import insights.common.testing.TwoRoleDatabase;
import insights.export.ledger.Delivered;
import insights.export.ledger.Ledger;
import insights.export.sending.Together;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes the ledger's rows of a loop's contacts as a run does, and nothing else that a run does. */
final class LedgerRows implements AutoCloseable {

    /** As a run does it. */
    private static final int TOGETHER = 5;

    private final UUID export = UUID.randomUUID();
    private final List<UUID> flags = List.of(UUID.randomUUID());
    private final Ledger ledger = new Ledger();
    private final Together<Integer> together = new Together<>(TOGETHER, this::write);
    private final Connection connection;

    LedgerRows() throws SQLException {
        connection = DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY));
    }

    /** Returns when those of a batch are committed. */
    void write(int batch) {
        together.write(batch);
    }

    private void write(List<Integer> batches) {
        List<Delivered> contacts = batches.stream()
                .flatMap(batch -> IntStream.range(batch * Loop.BATCH, (batch + 1) * Loop.BATCH)
                        .mapToObj(this::delivered))
                .toList();
        Sql sql = Sql.of("with held as (select) ").then(ledger.delivered(export, contacts, List.of(), false));
        try (PreparedStatement statement = sql.prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hashes are as random as the real ones. */
    private Delivered delivered(int person) {
        Random random = new Random(person);
        UUID contact = new UUID(random.nextLong(), random.nextLong());
        return new Delivered(
                Crowd.profileId(person),
                "person_" + contact,
                hash(random),
                null,
                hash(random),
                flags,
                List.of("FirstName", "integer--Points"));
    }

    private static byte[] hash(Random random) {
        return ByteBuffer.allocate(16)
                .putLong(random.nextLong())
                .putLong(random.nextLong())
                .array();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
