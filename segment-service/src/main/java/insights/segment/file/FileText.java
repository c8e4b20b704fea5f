package insights.segment.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a file. Without a charset given it is UTF-8, or UTF-16 when it begins like it, or else Windows-1252:
 * as long as a file was plain ASCII, which reads the same in both, the first byte sequence that is not UTF-8 tells that it
 * is Windows-1252 from the beginning. A byte order mark is left out.
 */
final class FileText extends Reader {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private CharsetDecoder decoder;
    private boolean mayBeWindows;
    private boolean begun;
    private boolean ended;

    /**
     * @param charset of the file; null to find out
     */
    FileText(InputStream in, Charset charset) {
        this.in = in;
        this.mayBeWindows = charset == null;
        this.decoder = charset == null ? null : strict(charset);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        if (!begun) {
            begin();
        }
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            look(target, offset, chars.position());
            if (result.isError()) {
                switchOrRefuse();
            } else if (chars.position() > 0) {
                return chars.position();
            } else if (ended) {
                return -1;
            } else {
                fill();
            }
        }
    }

    private void begin() throws IOException {
        begun = true;
        while (bytes.remaining() < 3 && !ended) {
            fill();
        }
        if (decoder == null) {
            boolean utf16 = bytes.remaining() >= 2
                    && (bytes.getShort(0) == (short) 0xFFFE || bytes.getShort(0) == (short) 0xFEFF);
            mayBeWindows = !utf16;
            decoder = strict(utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        }
        boolean mark = bytes.remaining() >= 3
                && decoder.charset().equals(StandardCharsets.UTF_8)
                && (bytes.getShort(0) & 0xFFFF) == 0xEFBB
                && (bytes.get(2) & 0xFF) == 0xBF;
        if (mark) {
            bytes.position(3);
            mayBeWindows = false;
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        ended = read < 0;
    }

    /** Once anything but ASCII was read as UTF-8, the file cannot be Windows-1252 any more. */
    private void look(char[] target, int offset, int count) {
        for (int i = offset; mayBeWindows && i < offset + count; i++) {
            mayBeWindows = target[i] < 0x80;
        }
    }

    private void switchOrRefuse() {
        if (!mayBeWindows) {
            throw new UnusableFile(
                    "The file has bytes that are not " + decoder.charset().name()
                            + " text: save it as UTF-8, or say what it is, like Content-Type: text/csv; charset=windows-1252.");
        }
        mayBeWindows = false;
        decoder = WINDOWS_1252
                .newDecoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(CodingErrorAction.REPLACE);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
