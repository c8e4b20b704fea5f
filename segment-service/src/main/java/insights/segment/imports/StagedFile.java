package insights.segment.imports;

import insights.common.sql.BinaryCopy;
import insights.segment.erasure.Fingerprints;
import insights.segment.file.LineRead;
import insights.segment.file.LineReader;
import insights.segment.file.RejectedLine;
import insights.segment.file.Rejection;
import insights.segment.file.Row;
import insights.segment.file.TypeInference;
import insights.segment.file.ValueReader;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads a file into the staging table, line by line and in constant memory. */
final class StagedFile implements Closeable {

    /** So many lines decide the types of new fields. */
    private static final int SAMPLE = 1_000;

    private final LineReader lines;
    private final RejectionList rejections;
    private final TypeInference inference;
    private final BinaryCopy copy;
    private final RowEncoder encoder;
    private long received;

    StagedFile(
            LineReader lines,
            ImportRequest request,
            RejectionList rejections,
            boolean marking,
            boolean addressed,
            Fingerprints fingerprints,
            Connection connection)
            throws IOException, SQLException {
        ValueReader values = new ValueReader(request.notation());
        this.lines = lines;
        this.rejections = rejections;
        this.inference = new TypeInference(values);
        this.copy = StagingTable.copy(connection);
        boolean sparing = request.mode() == ImportMode.REPLACE;
        this.encoder =
                new RowEncoder(values, inference, copy, request.widen(), sparing, marking, addressed, fingerprints);
    }

    /**
     * Stages everything to the end of the file.
     *
     * @param progress is told the number of lines received so far
     */
    void readAll(LongConsumer progress) throws IOException, SQLException {
        List<Row> sample = new ArrayList<>(SAMPLE);
        LineRead line = null;
        while (sample.size() < SAMPLE && (line = next(progress)) != null) {
            if (line instanceof Row row) {
                sample.add(row);
            }
        }
        inference.decide(sample);
        for (Row row : sample) {
            encoder.write(row).ifPresent(rejections::add);
        }
        while (line != null && (line = next(progress)) != null) {
            if (line instanceof Row row) {
                encoder.write(row).ifPresent(rejections::add);
            }
        }
        copy.end();
        rejections.save();
    }

    long received() {
        return received;
    }

    /** What the file says of opt-outs. */
    OptOutReader optOuts() {
        return encoder.optOuts();
    }

    /** Whether it is known that no id came twice. */
    boolean distinct() {
        return encoder.ascending();
    }

    private LineRead next(LongConsumer progress) throws IOException, SQLException {
        LineRead line = lines.next();
        if (line != null) {
            received++;
            progress.accept(received);
        }
        if (line instanceof RejectedLine(Rejection rejection, Row read)) {
            rejections.add(rejection);
            encoder.writeRejected(read);
        }
        return line;
    }

    /** Leaves nothing behind on the connection, so that it can be rolled back. */
    @Override
    public void close() throws IOException {
        try {
            copy.cancel();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
