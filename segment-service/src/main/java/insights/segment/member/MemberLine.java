package insights.segment.member;

import static insights.segment.member.LineBuffer.ascii;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import insights.segment.field.IsoTime;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes members as NDJSON. Attributes are JSON already when they come from the database; they go out as they are. */
final class MemberLine {

    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();
    private static final byte[] BEGIN = ascii("{\"profileId\":\"");
    private static final byte[] UPDATED_AT = ascii("\",\"updatedAt\":\"");
    private static final byte[] SEGMENTS = ascii("\",\"segments\":[");
    private static final byte[] ATTRIBUTES = ascii("],\"attributes\":{");
    private static final byte[] END = ascii("}}\n");
    private static final byte[] COMMA = ascii(",");

    private final Map<Integer, byte[]> segments = new HashMap<>();
    private final List<byte[]> names;
    private byte[] lastTime = {};
    private byte[] lastTimeWritten = {};

    MemberLine(MemberQuery query) {
        query.segments().forEach((number, id) -> segments.put(number, ascii("\"" + id + "\"")));
        this.names = query.fields().stream()
                .map(name -> ("\"" + new String(JSON.quoteAsString(name)) + "\":").getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * @param updatedAt in UTC, as PostgreSQL writes a timestamp without zone
     * @param memberOf numbers of all segments that the profile is in, as PostgreSQL writes an array of them
     * @param values the attributes asked for as JSON, null where one is missing
     */
    void write(LineBuffer line, byte[] profileId, byte[] updatedAt, byte[] memberOf, byte[][] values) {
        line.add(BEGIN).add(quoted(profileId)).add(UPDATED_AT).add(written(updatedAt));
        line.add(SEGMENTS);
        writeSegments(line, memberOf);
        line.add(ATTRIBUTES);
        boolean first = true;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                separate(line, first);
                line.add(names.get(i)).add(values[i]);
                first = false;
            }
        }
        line.add(END);
    }

    private void writeSegments(LineBuffer line, byte[] memberOf) {
        boolean first = true;
        int number = 0;
        for (int i = 1; i < memberOf.length; i++) {
            if (memberOf[i] >= '0' && memberOf[i] <= '9') {
                number = number * 10 + memberOf[i] - '0';
                continue;
            }
            byte[] id = segments.get(number);
            if (id != null) {
                separate(line, first);
                line.add(id);
                first = false;
            }
            number = 0;
        }
    }

    private static void separate(LineBuffer line, boolean first) {
        if (!first) {
            line.add(COMMA);
        }
    }

    /** Hardly an id has anything in it that JSON writes in another way; the bytes of longer UTF-8 sequences are negative. */
    private static byte[] quoted(byte[] text) {
        for (byte b : text) {
            if (b == '"' || b == '\\' || b >= 0 && b < ' ') {
                return JSON.quoteAsUTF8(new String(text, StandardCharsets.UTF_8));
            }
        }
        return text;
    }

    /** All profiles of one import have one time. */
    private byte[] written(byte[] time) {
        if (!Arrays.equals(time, lastTime)) {
            String text = new String(time, StandardCharsets.US_ASCII).replace(' ', 'T');
            lastTime = time;
            lastTimeWritten = ascii(IsoTime.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)));
        }
        return lastTimeWritten;
    }
}
