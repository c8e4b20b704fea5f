package insights.segment.imports;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends rows into the staging table in PostgreSQL's binary COPY format, which needs no escaping on either side.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, section "Binary Format"</a>
 */
final class StagingCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int BUFFER = 256 * 1024;
    private static final int COLUMNS = 5;
    private static final int JSONB_VERSION = 1;
    private static final int NULL = -1;

    /** Number of the type in {@code pg_type}. */
    private static final int TEXT_OID = 25;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    StagingCopy(Connection connection) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy staging (line, profile_id, attributes, cleared, fingerprint) from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /**
     * @param cleared names of attributes that the profile is to have no more
     * @param fingerprint may be null
     */
    void write(long line, byte[] profileId, JsonBytes attributes, List<byte[]> cleared, byte[] fingerprint)
            throws SQLException {
        room(Short.BYTES + Integer.BYTES + Long.BYTES);
        buffer.putShort((short) COLUMNS).putInt(Long.BYTES).putLong(line);
        write(profileId, profileId.length);
        room(Integer.BYTES + 1);
        buffer.putInt(attributes.size() + 1).put((byte) JSONB_VERSION);
        writeBytes(attributes.bytes(), attributes.size());
        writeTexts(cleared);
        if (fingerprint == null) {
            writeNull();
        } else {
            write(fingerprint, fingerprint.length);
        }
    }

    /** An array of one dimension, without nulls, counted from 1; null for an empty one. */
    private void writeTexts(List<byte[]> texts) throws SQLException {
        if (texts.isEmpty()) {
            writeNull();
            return;
        }
        int header = 5 * Integer.BYTES;
        int length = header;
        for (byte[] text : texts) {
            length += Integer.BYTES + text.length;
        }
        room(Integer.BYTES + header);
        buffer.putInt(length)
                .putInt(1)
                .putInt(0)
                .putInt(TEXT_OID)
                .putInt(texts.size())
                .putInt(1);
        for (byte[] text : texts) {
            write(text, text.length);
        }
    }

    private void writeNull() throws SQLException {
        room(Integer.BYTES);
        buffer.putInt(NULL);
    }

    private void write(byte[] bytes, int length) throws SQLException {
        room(Integer.BYTES);
        buffer.putInt(length);
        writeBytes(bytes, length);
    }

    private void writeBytes(byte[] bytes, int length) throws SQLException {
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

    /** Ends the COPY; the rows are there then. */
    void end() throws SQLException {
        room(Short.BYTES);
        buffer.putShort((short) -1);
        send();
        copy.endCopy();
    }

    /** Ends the COPY in failure; the transaction can only be rolled back then. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
