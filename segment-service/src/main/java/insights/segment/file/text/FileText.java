package insights.segment.file.text;

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
import java.util.Optional;

/**
 * The characters of a file. A byte order mark decides, whatever was said; else the charset given; else it is UTF-16 when
 * every other byte of its beginning is zero, or UTF-8, or else Windows-1252: as long as a file was plain ASCII, which
 * reads the same in both, the first byte sequence that is not UTF-8 tells that it is Windows-1252 from the beginning. Bytes
 * that have no meaning in the charset are an error, never a replacement character.
 */
public final class FileText extends Reader {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final Charset given;
    private final TextDigest digest = new TextDigest();
    private CharsetDecoder decoder;
    private long consumed;
    private boolean mayBeWindows;
    private boolean ended;
    private long guessedAt = -1;
    private char before;
    private GuessedCharset guessed;

    /**
     * @param given charset of the file; null to find out
     */
    public FileText(InputStream in, Charset given) throws IOException {
        this.in = in;
        this.given = given;
        begin();
    }

    /** By what was read so far: a file of plain ASCII counts as UTF-8. */
    public Charset charset() {
        return decoder.charset();
    }

    /** What it was taken to be, where nothing says or shows it. */
    public Optional<GuessedCharset> guessed() {
        return Optional.ofNullable(guessed);
    }

    /** A hash of what was read, whatever it was written in. To be asked for once. */
    public byte[] digest() {
        return digest.value();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            look(target, offset, chars.position());
            // What stands before a byte that means nothing is read first: lines before it say who opted out.
            if (result.isError() && chars.position() == 0) {
                switchOrRefuse();
            } else if (chars.position() > 0 || length == 0) {
                digest.update(target, offset, chars.position());
                return chars.position();
            } else if (ended) {
                return -1;
            } else {
                fill();
            }
        }
    }

    private void begin() throws IOException {
        while (bytes.remaining() < ByteOrder.SAMPLE && !ended) {
            fill();
        }
        ByteOrder order = ByteOrder.of(bytes, given == null);
        bytes.position(order.markLength());
        Charset charset = order.charset() == null ? given : order.charset();
        mayBeWindows = charset == null;
        decoder = strict(charset == null ? StandardCharsets.UTF_8 : charset);
    }

    private void fill() throws IOException {
        consumed += bytes.position();
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
        if (guessedAt >= 0 && guessed == null && count > 0) {
            guessed = GuessedCharset.of(charset(), guessedAt, before, CharBuffer.wrap(target, offset, count));
        }
    }

    private void switchOrRefuse() {
        if (mayBeWindows) {
            mayBeWindows = false;
            guessedAt = consumed + bytes.position();
            before = bytes.position() == 0 ? 0 : (char) bytes.get(bytes.position() - 1);
            decoder = strict(WINDOWS_1252);
            return;
        }
        throw new UnreadableByte(consumed + bytes.position(), bytes.get(bytes.position()) & 0xFF, decoder.charset());
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
