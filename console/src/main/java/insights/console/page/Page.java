package insights.console.page;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it is sent to browsers.
 *
 * @param type of its content
 * @param content as it is
 * @param compressed the same by gzip, where that makes it smaller
 * @param etag changes when the content does
 */
record Page(String type, Buffer content, Optional<Buffer> compressed, String etag) {

    static Page of(String path, byte[] content) {
        byte[] compressed = gzip(content);
        return new Page(
                type(path),
                Buffer.buffer(content),
                compressed.length < content.length ? Optional.of(Buffer.buffer(compressed)) : Optional.empty(),
                '"' + hash(content) + '"');
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "csv" -> "text/csv;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "woff2" -> "font/woff2";
            default -> throw new IllegalArgumentException("Nobody has said what kind of file this is: " + path);
        };
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new Thorough(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Done once for all who load it, so it is worth the work. */
    private static final class Thorough extends GZIPOutputStream {

        Thorough(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
