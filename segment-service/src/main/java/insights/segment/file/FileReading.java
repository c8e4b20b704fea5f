package insights.segment.file;

import insights.segment.file.column.Columns;
import insights.segment.file.row.LineRead;
import insights.segment.file.row.LineReader;
import insights.segment.file.row.RejectedLine;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Row;
import insights.segment.file.row.RowFitter;
import insights.segment.file.row.Undecided;
import insights.segment.file.survey.Decisions;
import insights.segment.file.survey.OptOutEvidence;
import insights.segment.file.survey.Survey;
import insights.segment.file.survey.SurveyRemarks;
import insights.segment.file.text.GuessedCharset;
import insights.segment.file.text.Limits;
import insights.segment.file.text.UnreadableByte;
import insights.segment.file.text.UnusableFile;
import insights.segment.file.value.ValueReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads a file to its end in constant memory. The first lines decide how it is read; where that does not hold for all of
 * them, all are looked at before it is read once more. What comes of it is the same as if all had been looked at first.
 */
public final class FileReading {

    /** So many lines decide at first. */
    static final int FIRST_LINES = 1_000;

    private static final String MAY_BE_CUT =
            "The last line does not end with a line break as all others do, so the file may have been cut inside its last"
                    + " cell: look whether that is whole.";

    private final Source source;
    private final FileFormat format;
    private final FileOptions options;
    private final Limits limits;
    private final Supplier<Columns> newColumns;

    /**
     * @param newColumns makes the columns of each time the file is read, with the fields that are known
     */
    public FileReading(
            Source source, FileFormat format, FileOptions options, Limits limits, Supplier<Columns> newColumns) {
        this.source = source;
        this.format = format;
        this.options = options;
        this.limits = limits;
        this.newColumns = newColumns;
    }

    /** The bytes of the file, as often as they are wanted. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Takes what is read. */
    public interface Sink {

        /** Begins, or begins anew: then nothing of what came before counts. */
        void begin(Columns columns, ValueReader values, RowFitter fitter) throws IOException;

        /** A line. Its values are not fitted yet. */
        void row(Row row) throws IOException;

        /** A line that is no row. */
        void rejected(RejectedLine line) throws IOException;
    }

    /**
     * What was read.
     *
     * @param received lines, without the header and blank ones
     * @param cut whether the file ends in the middle of its last line
     * @param mayBeCut whether it may end inside the last cell of that line
     * @param separator null in NDJSON
     * @param digest a hash of what the file says, whatever it is written in
     */
    public record Summary(
            Columns columns,
            long received,
            boolean cut,
            boolean mayBeCut,
            String charset,
            Character separator,
            byte[] digest,
            List<Remark> remarks) {

        /** The same with more remarks. */
        public Summary with(List<Remark> more) {
            List<Remark> all = new ArrayList<>(remarks);
            all.addAll(more);
            return new Summary(columns, received, cut, mayBeCut, charset, separator, digest, List.copyOf(all));
        }
    }

    /**
     * Reads the whole file.
     *
     * @throws UnusableFile when it cannot be imported
     * @throws IOException when it breaks off
     */
    public Summary read(Sink sink) throws IOException {
        try {
            return readAll(sink);
        } catch (UnreadableByte e) {
            throw format.explained(e, source, limits);
        }
    }

    private Summary readAll(Sink sink) throws IOException {
        try {
            return read(null, sink);
        } catch (Undecided e) {
            return read(survey(), sink);
        }
    }

    private Summary read(Decisions decided, Sink sink) throws IOException {
        Columns columns = newColumns.get();
        try (InputStream body = source.open();
                LineReader lines = format.open(body, options.mapping(columns), limits)) {
            Beginning beginning =
                    decided == null ? begin(lines, columns) : new Beginning(decided, new ArrayList<>(), null);
            Decisions decisions = beginning.decisions();
            decisions.applyTo(columns);
            ValueReader values = new ValueReader(decisions.notation(), options.words());
            sink.begin(columns, values, new RowFitter(values, options.notation(), options.widen(), decided == null));
            OptOutEvidence optOuts = new OptOutEvidence();
            long received = 0;
            for (LineRead line : beginning.lines()) {
                received = take(line, received, optOuts, sink);
            }
            beginning.lines().clear();
            if (beginning.refused() != null) {
                throw beginning.refused();
            }
            LineRead line;
            while ((line = lines.next()) != null) {
                if (line instanceof Row row) {
                    decisions.applyTo(row);
                }
                received = take(line, received, optOuts, sink);
            }
            List<Remark> remarks = new ArrayList<>(lines.remarks());
            remarks.addAll(decisions.remarks());
            remarks.addAll(optOuts.remarks());
            columns.typed().stream()
                    .filter(column -> column.widenedBy() != null)
                    .forEach(column -> remarks.add(SurveyRemarks.ofWidened(column)));
            if (lines.guessedCharset().isPresent()) {
                GuessedCharset guessed = lines.guessedCharset().get();
                remarks.add(SurveyRemarks.ofCharset(guessed, format.line(guessed, source, limits)));
            }
            if (lines.mayBeCut()) {
                remarks.add(new Remark(Remark.Code.MAY_BE_CUT, null, MAY_BE_CUT));
            }
            return new Summary(
                    columns,
                    received,
                    lines.isCut(),
                    lines.mayBeCut(),
                    lines.charset().name(),
                    lines.separator(),
                    lines.digest(),
                    List.copyOf(remarks));
        }
    }

    /**
     * The first lines.
     *
     * @param decisions by them
     * @param refused why no more can be read; null when nothing is wrong. The lines before count nevertheless: they tell how many opt
     *     somebody out
     */
    private record Beginning(Decisions decisions, List<LineRead> lines, UnusableFile refused) {}

    /** Reads the first lines and decides by them. */
    private Beginning begin(LineReader lines, Columns columns) throws IOException {
        Survey survey = new Survey(columns, options.notation(), options.words());
        List<LineRead> begun = new ArrayList<>();
        LineRead line = null;
        try {
            while (begun.size() < FIRST_LINES && (line = lines.next()) != null) {
                begun.add(line);
                if (line instanceof Row row) {
                    survey.observe(row);
                }
            }
        } catch (UnusableFile e) {
            return new Beginning(survey.decide(), begun, e);
        }
        Decisions decisions = survey.decide();
        if (decisions.open() && line != null) {
            throw new Undecided();
        }
        return new Beginning(decisions, begun, null);
    }

    /** By all lines; by those before the one for which the file is refused, which is found again when they are read. */
    private Decisions survey() throws IOException {
        Columns columns = newColumns.get();
        Survey survey = new Survey(columns, options.notation(), options.words());
        long received = 0;
        try (InputStream body = source.open();
                LineReader lines = format.open(body, options.mapping(columns), limits)) {
            LineRead line;
            while ((line = lines.next()) != null) {
                limits.checkLines(++received);
                if (line instanceof Row row) {
                    survey.observe(row);
                }
            }
        } catch (UnusableFile e) {
            if (received == 0) {
                throw e;
            }
        }
        return survey.decide();
    }

    private long take(LineRead line, long received, OptOutEvidence optOuts, Sink sink) throws IOException {
        limits.checkLines(received + 1);
        switch (line) {
            case Row row -> {
                optOuts.observe(row);
                sink.row(row);
            }
            case RejectedLine rejected -> sink.rejected(rejected);
        }
        return received + 1;
    }
}
