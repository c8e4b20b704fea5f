package insights.segment.file.text;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/**
 * A file compressed with gzip, or several of them one after the other (RFC 1952, section 2.2). {@link GZIPInputStream}
 * takes whatever is wrong where another could begin for the end: a connection that breaks there, a header that is cut off,
 * something else. Here it is an error.
 */
public final class GzipFile extends GZIPInputStream {

    private static final int BUFFER = 64 * 1024;

    /** The checksum and the length at the end of each. */
    private static final int TRAILER = 8;

    private static final byte FIRST_BYTE = 0x1f;

    private final Source source;

    /** Bytes that were read when the last of the compressed data was. */
    private long filled;

    public GzipFile(InputStream body) throws IOException {
        this(new Source(body));
    }

    private GzipFile(Source source) throws IOException {
        super(source, BUFFER);
        this.source = source;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filled = source.count;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0) {
            refuseMore();
        }
        return read;
    }

    /** How many bytes were taken from the body so far. */
    public long packed() {
        return source.count;
    }

    private void refuseMore() throws IOException {
        if (source.failure != null) {
            throw source.failure;
        }
        if (inf.getRemaining() + source.count - filled != TRAILER) {
            int next = len - inf.getRemaining() + TRAILER;
            if (next < len && buf[next] != FIRST_BYTE) {
                throw new UnusableFile(
                        "Something else comes after the end of the compressed file: compress it anew, or send it"
                                + " as it is.");
            }
            throw new EOFException("what comes after the end is cut off");
        }
    }

    /** Counts what is read, and keeps what goes wrong. */
    private static final class Source extends FilterInputStream {

        private long count;
        private IOException failure;

        Source(InputStream in) {
            super(new PushbackInputStream(in));
        }

        /** In Java 21 {@link GZIPInputStream} asks this whether another follows, and takes "not yet" for no. */
        @Override
        public int available() throws IOException {
            int next = in.read();
            if (next >= 0) {
                ((PushbackInputStream) in).unread(next);
            }
            return next < 0 ? 0 : 1;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int read = in.read(target, offset, length);
                count += Math.max(read, 0);
                return read;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
