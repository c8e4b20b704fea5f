package insights.export.segment;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Members as they come over the wire, in the order of their profile ids (by UTF-8 bytes). It takes no more memory than
 * one line. A stream that ends before its announced size is an error: what is missing would look like people who left.
 */
public final class MemberStream implements AutoCloseable {

    private final InputStream body;
    private final long size;
    private final MappingIterator<Member> lines;
    private final Consumer<MemberStream> whenClosed;
    private volatile long waitingSince;
    private volatile boolean waiting;
    private long read;

    /** @param members reads the lines */
    MemberStream(InputStream body, long size, ObjectReader members, Consumer<MemberStream> whenClosed)
            throws IOException {
        this.whenClosed = whenClosed;
        this.body = body;
        this.size = size;
        this.lines = members.readValues(body);
    }

    /** How many members it announced. */
    public long size() {
        return size;
    }

    /** The next member, or empty at the end; 503 when the stream broke off. */
    public Optional<Member> next() {
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            if (lines.hasNextValue()) {
                read++;
                return Optional.of(lines.nextValue());
            }
        } catch (IOException e) {
            throw SegmentClient.unavailable();
        } finally {
            waiting = false;
        }
        if (read != size) {
            throw SegmentClient.unavailable();
        }
        return Optional.empty();
    }

    /** Whether somebody has waited for the next member that long. */
    boolean isSilentFor(Duration time) {
        return waiting && System.nanoTime() - waitingSince > time.toNanos();
    }

    @Override
    public void close() {
        whenClosed.accept(this);
        try {
            body.close();
        } catch (IOException e) {
            // Nothing to save: the stream is given up.
            return;
        }
    }
}
