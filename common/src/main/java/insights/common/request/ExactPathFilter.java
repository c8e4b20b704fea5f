package insights.common.request;

import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses paths that the framework would read as others: empty and dot segments, which it leaves out, and bytes that are no
 * text. Ids are people's and files' making, and a path must never lead to another one than was written.
 */
public class ExactPathFilter {

    private static final int HEX = 16;
    private static final int LAST_ASCII = 0x7F;

    @ServerRequestFilter(preMatching = true)
    public void check(RoutingContext context) {
        String path = context.request().path();
        boolean exact = path.equals("/")
                || path.startsWith("/") && areExact(path.substring(1).split("/", -1));
        if (!exact) {
            throw Problem.of(
                    CommonProblem.UNREADABLE_REQUEST,
                    "The path has an empty segment, one of dots, or bytes that are no text. Write what is in an id as %2F"
                            + " for a slash, and so on: UTF-8, percent-encoded.");
        }
        String query = context.request().query();
        if (query != null && isAscii(query) && decoded(query) == null) {
            throw Problem.of(
                    CommonProblem.UNREADABLE_REQUEST,
                    "A parameter has bytes that are no text. Write what is not ASCII in UTF-8, percent-encoded.");
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character <= LAST_ASCII);
    }

    private static boolean areExact(String[] segments) {
        for (String segment : segments) {
            String text = decoded(segment);
            if (text == null || text.isEmpty() || text.equals(".") || text.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** The text of a segment; null when it is none. */
    private static String decoded(String segment) {
        ByteBuffer bytes = ByteBuffer.allocate(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char character = segment.charAt(i);
            if (character > LAST_ASCII) {
                return null;
            }
            if (character != '%') {
                bytes.put((byte) character);
                continue;
            }
            int high = digit(segment, i + 1);
            int low = digit(segment, i + 2);
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.put((byte) (high * HEX + low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int digit(String text, int place) {
        return place < text.length() ? Character.digit(text.charAt(place), HEX) : -1;
    }
}
