package insights.segment.imports.staging;

import java.io.ByteArrayOutputStream;

/** JSON of one row after the other, to be sent without a copy of each. */
final class JsonBytes extends ByteArrayOutputStream {

    private static final int SIZE = 4096;

    JsonBytes() {
        super(SIZE);
    }

    /** Where the JSON is; only as many bytes as {@link #size()} tells, and only until more is written. */
    byte[] bytes() {
        return buf;
    }
}
