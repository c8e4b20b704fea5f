package insights.segment.imports.staging;

import insights.common.sql.BinaryCopy;
import insights.common.sql.DatabaseException;
import insights.segment.erasure.Fingerprints;
import insights.segment.file.FileReading;
import insights.segment.file.column.Columns;
import insights.segment.file.row.ImportRejection;
import insights.segment.file.row.RejectedLine;
import insights.segment.file.row.Row;
import insights.segment.file.row.RowFitter;
import insights.segment.file.value.ValueReader;
import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Takes a file into the staging table, line by line and in constant memory. */
public class Staging implements FileReading.Sink, Closeable {

    private final StagingTable table;
    private final RejectionList rejections;
    private final Marks marks;
    private final boolean sparing;
    private BinaryCopy copy;
    private RowEncoder encoder;
    private long received;
    private boolean whole;

    /**
     * What rows are marked with, so that people are known by it.
     *
     * @param marking whether anybody was erased or opted out
     * @param addressed whether anybody was erased whose addresses are known
     */
    public record Marks(boolean marking, boolean addressed, Fingerprints fingerprints) {}

    /** @param sparing whether profiles that are not in the file are removed */
    public Staging(StagingTable table, RejectionList rejections, Marks marks, boolean sparing) {
        this.table = table;
        this.rejections = rejections;
        this.marks = marks;
        this.sparing = sparing;
    }

    @Override
    public void begin(Columns columns, ValueReader values, RowFitter fitter) throws IOException {
        try {
            if (copy != null) {
                copy.end();
                table.empty();
                rejections.clear();
            }
            received = 0;
            whole = false;
            copy = StagingTable.copy(table.connection());
            encoder = new RowEncoder(
                    values, fitter, copy, sparing, marks.marking(), marks.addressed(), marks.fingerprints());
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void row(Row row) throws IOException {
        received++;
        try {
            List<ImportRejection> found = encoder.write(row);
            for (ImportRejection rejection : found) {
                rejections.add(rejection);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void rejected(RejectedLine line) throws IOException {
        received++;
        rejections.add(line.rejection());
        try {
            for (Row read : line.read()) {
                encoder.writeRejected(read);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** The file is all there. */
    public void end() throws SQLException {
        copy.end();
        rejections.save();
        whole = true;
    }

    /** Whether the file was all there. */
    public boolean isWhole() {
        return whole;
    }

    /** How many lines opted somebody out so far. */
    public long linesOut() {
        return encoder == null ? 0 : encoder.optOuts().lines();
    }

    /** Lines so far. */
    public long received() {
        return received;
    }

    public RejectionList rejections() {
        return rejections;
    }

    /** What the file says of opt-outs. */
    public OptOutReader optOuts() {
        return encoder.optOuts();
    }

    /** A hash of that, by which a file is known that says the same; null when it says nothing. */
    public byte[] said() throws SQLException {
        return ascending()
                ? encoder.said()
                : SaidDigest.ofStaged(table.connection(), optOuts().sources());
    }

    /** Whether the ids came in ascending order, so that none came twice. */
    public boolean ascending() {
        return encoder.ascending();
    }

    /** Leaves nothing behind on the connection, so that it can be rolled back. */
    @Override
    public void close() throws IOException {
        try {
            if (copy != null) {
                copy.cancel();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
