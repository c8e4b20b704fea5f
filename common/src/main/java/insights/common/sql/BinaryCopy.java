package insights.common.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends rows into a table by PostgreSQL's binary COPY, the fastest way in, which needs no escaping on either side. The
 * columns of each row are written in their order; nothing is checked here.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, section "Binary Format"</a>
 */
public final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int BUFFER = 256 * 1024;
    private static final int JSONB_VERSION = 1;
    private static final int NULL = -1;
    private static final int UUID_LENGTH = 2 * Long.BYTES;
    /** Of an array with one dimension: dimensions, nulls, type, length, first index. */
    private static final int ARRAY_HEADER = 5 * Integer.BYTES;

    /** From which PostgreSQL counts time. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** Numbers of types in {@code pg_type}. */
    private static final int BYTEA_OID = 17;

    private static final int TEXT_OID = 25;

    private static final int UUID_OID = 2950;

    private final CopyIn copy;
    private final short columns;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private boolean ended;

    /** @param table its name and the columns in parentheses, which must not come from outside */
    public BinaryCopy(Connection connection, String table, int columns) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        this.columns = (short) columns;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row. */
    public BinaryCopy row() throws SQLException {
        room(Short.BYTES);
        buffer.putShort(columns);
        return this;
    }

    /** A {@code bigint}. */
    public BinaryCopy number(long value) throws SQLException {
        room(Integer.BYTES + Long.BYTES);
        buffer.putInt(Long.BYTES).putLong(value);
        return this;
    }

    /** A {@code boolean}. */
    public BinaryCopy bool(boolean value) throws SQLException {
        room(Integer.BYTES + 1);
        buffer.putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    /** A {@code uuid}. */
    public BinaryCopy uuid(UUID value) throws SQLException {
        room(Integer.BYTES + UUID_LENGTH);
        put(value);
        return this;
    }

    /** A {@code timestamptz}, to the microsecond. */
    public BinaryCopy instant(Instant value) throws SQLException {
        return number(ChronoUnit.MICROS.between(EPOCH, value));
    }

    /** A {@code text}; may be null. */
    public BinaryCopy text(String value) throws SQLException {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** A {@code bytea}, or a {@code text} as UTF-8; may be null. */
    public BinaryCopy bytes(byte[] value) throws SQLException {
        if (value == null) {
            room(Integer.BYTES);
            buffer.putInt(NULL);
        } else {
            sized(value);
        }
        return this;
    }

    /** A {@code jsonb}: the first bytes of an array of UTF-8. */
    public BinaryCopy json(byte[] utf8, int length) throws SQLException {
        room(Integer.BYTES + 1);
        buffer.putInt(length + 1).put((byte) JSONB_VERSION);
        raw(utf8, length);
        return this;
    }

    /** A {@code text[]} of UTF-8, without nulls. */
    public BinaryCopy texts(List<byte[]> values) throws SQLException {
        return array(TEXT_OID, values);
    }

    /** A {@code bytea[]}, without nulls. */
    public BinaryCopy arrays(List<byte[]> values) throws SQLException {
        return array(BYTEA_OID, values);
    }

    private BinaryCopy array(int type, List<byte[]> values) throws SQLException {
        int length = 0;
        for (byte[] value : values) {
            length += Integer.BYTES + value.length;
        }
        array(type, values.size(), length);
        for (byte[] value : values) {
            sized(value);
        }
        return this;
    }

    /** A {@code uuid[]}, without nulls. */
    public BinaryCopy uuids(List<UUID> values) throws SQLException {
        array(UUID_OID, values.size(), values.size() * (Integer.BYTES + UUID_LENGTH));
        for (UUID value : values) {
            uuid(value);
        }
        return this;
    }

    /** Ends the COPY; the rows are there then. */
    public void end() throws SQLException {
        room(Short.BYTES);
        buffer.putShort((short) -1);
        send();
        copy.endCopy();
        ended = true;
    }

    /**
     * Ends the COPY in failure; the transaction can only be rolled back then. Does nothing after its end: somebody else may
     * use the connection by then, and the driver would wait for them to tell whether the COPY is going on.
     */
    public void cancel() throws SQLException {
        if (!ended && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** An empty array has no dimension at all. */
    private void array(int type, int size, int length) throws SQLException {
        room(Integer.BYTES + ARRAY_HEADER);
        if (size == 0) {
            buffer.putInt(3 * Integer.BYTES).putInt(0).putInt(0).putInt(type);
        } else {
            buffer.putInt(ARRAY_HEADER + length)
                    .putInt(1)
                    .putInt(0)
                    .putInt(type)
                    .putInt(size)
                    .putInt(1);
        }
    }

    private void put(UUID value) {
        buffer.putInt(UUID_LENGTH).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    private void sized(byte[] value) throws SQLException {
        room(Integer.BYTES);
        buffer.putInt(value.length);
        raw(value, value.length);
    }

    private void raw(byte[] bytes, int length) throws SQLException {
        for (int from = 0; from < length; ) {
            room(1);
            int count = Math.min(length - from, buffer.remaining());
            buffer.put(bytes, from, count);
            from += count;
        }
    }

    private void room(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
