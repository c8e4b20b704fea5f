package insights.segment.imports.intake;

import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.segment.file.FileReading;
import insights.segment.file.text.UnusableFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;

/**
 * A file as it was sent, on this machine's disk until it is read: nothing in the database waits for whoever sends it. The
 * file has no name from the moment it is opened, so that nothing of it is left when the process ends.
 */
public final class Spool implements Closeable, FileReading.Source {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private long size;

    private Spool(FileChannel file) {
        this.file = file;
    }

    /** Hears how much is there. */
    @FunctionalInterface
    interface Progress {
        void received(Instant now, long bytes) throws IOException;
    }

    /** This machine's disk does not take it: no fault of whoever sends it. */
    public static final class NoRoom extends IOException {

        private static final long serialVersionUID = 1L;
        private static final int RETRY_AFTER_SECONDS = 60;

        private NoRoom(IOException cause) {
            super(
                    "This service has no room for files at this moment, and nothing was changed: send it again later,"
                            + " and tell whoever runs this service.",
                    cause);
        }

        /** What to tell a caller then. */
        public HttpProblem problem() {
            return Problem.unavailable(getMessage(), RETRY_AFTER_SECONDS);
        }
    }

    /**
     * Takes a body to its end.
     *
     * @param most bytes
     * @throws UnusableFile when there are more
     * @throws NoRoom when the disk is full, or cannot be written
     * @throws IOException when it breaks off
     */
    static Spool receive(InputStream body, long most, Pace pace, Progress progress) throws IOException {
        return receive(nameless(), body, most, pace, progress);
    }

    static Spool receive(FileChannel file, InputStream body, long most, Pace pace, Progress progress)
            throws IOException {
        Spool spool = new Spool(file);
        boolean whole = false;
        try {
            byte[] buffer = new byte[BUFFER];
            int read;
            while ((read = body.read(buffer)) >= 0) {
                spool.write(buffer, read, most);
                progress.received(pace.received(read), spool.size);
            }
            whole = true;
            return spool;
        } finally {
            if (!whole) {
                spool.close();
            }
        }
    }

    private static FileChannel nameless() throws NoRoom {
        try {
            Path path = Files.createTempFile(
                    "import",
                    ".spool",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            FileChannel file = FileChannel.open(path, EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
            Files.delete(path);
            return file;
        } catch (IOException e) {
            throw new NoRoom(e);
        }
    }

    private void write(byte[] bytes, int length, long most) throws UnusableFile, NoRoom {
        size += length;
        if (size > most) {
            throw new UnusableFile("The file has more than %,d bytes: cut it into several.".formatted(most));
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        } catch (IOException e) {
            throw new NoRoom(e);
        }
    }

    long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return new FromBeginning();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The bytes; closing them leaves the file open, to be read again. */
    private final class FromBeginning extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = length == 0 ? 0 : file.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
