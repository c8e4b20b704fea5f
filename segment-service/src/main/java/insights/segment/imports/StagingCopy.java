package insights.segment.imports;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

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

    private final PGCopyOutputStream copy;
    private final DataOutputStream out;

    StagingCopy(Connection connection) throws SQLException, IOException {
        copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy staging (line, profile_id, attributes, cleared, fingerprint) from stdin (format binary)",
                BUFFER);
        out = new DataOutputStream(copy);
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    /**
     * @param cleared names of attributes that the profile is to have no more
     * @param fingerprint may be null
     */
    void write(long line, byte[] profileId, ByteArrayOutputStream attributes, List<byte[]> cleared, byte[] fingerprint)
            throws IOException {
        out.writeShort(COLUMNS);
        out.writeInt(Long.BYTES);
        out.writeLong(line);
        writeText(profileId);
        out.writeInt(attributes.size() + 1);
        out.write(JSONB_VERSION);
        attributes.writeTo(out);
        writeTexts(cleared);
        if (fingerprint == null) {
            out.writeInt(NULL);
        } else {
            writeText(fingerprint);
        }
    }

    /** An array of one dimension, without nulls, counted from 1; null for an empty one. */
    private void writeTexts(List<byte[]> texts) throws IOException {
        if (texts.isEmpty()) {
            out.writeInt(NULL);
            return;
        }
        int header = 5 * Integer.BYTES;
        out.writeInt(header
                + texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
        out.writeInt(1);
        out.writeInt(0);
        out.writeInt(TEXT_OID);
        out.writeInt(texts.size());
        out.writeInt(1);
        for (byte[] text : texts) {
            writeText(text);
        }
    }

    private void writeText(byte[] text) throws IOException {
        out.writeInt(text.length);
        out.write(text);
    }

    /** Ends the COPY; the rows are there then. */
    void end() throws IOException {
        out.writeShort(-1);
        out.flush();
        copy.close();
    }

    /** Ends the COPY in failure; the transaction can only be rolled back then. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
