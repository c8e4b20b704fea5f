package insights.segment.file.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** A file that ends with an error where it has more bytes than it may, or is packed more than text is. */
public final class LimitedStream extends FilterInputStream {

    private final Limits limits;
    private final LongSupplier packed;
    private long unpacked;

    /** @param packed tells how many bytes were unpacked so far to those that came out */
    public LimitedStream(InputStream in, Limits limits, LongSupplier packed) {
        super(in);
        this.limits = limits;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        unpacked += Math.max(read, 0);
        if (unpacked > limits.bytes()) {
            throw new UnusableFile("The file has more than %,d bytes%s: cut it into several."
                    .formatted(limits.bytes(), packed.getAsLong() < unpacked ? " when it is unpacked" : ""));
        }
        if (unpacked > Limits.FREE && unpacked / Math.max(packed.getAsLong(), 1) > limits.ratio()) {
            throw new UnusableFile(
                    "The file unpacks to more than %d times its size, as no file of profiles does: send it as it is."
                            .formatted(limits.ratio()));
        }
        return read;
    }
}
