package insights.segment.member;

import static insights.segment.member.LineBuffer.ascii;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import insights.segment.field.IsoTime;
import insights.segment.optout.OptOutKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes members as NDJSON. Attributes are JSON already when they come from the database; they go out as they are. */
final class MemberLine {

    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();
    private static final byte[] BEGIN = ascii("{\"profileId\":\"");
    private static final byte[] UPDATED_AT = ascii("\",\"updatedAt\":\"");
    private static final byte[] OPTED_OUT = ascii("\",\"optedOut\":true,\"segments\":[");
    private static final byte[] NOT_OPTED_OUT = ascii("\",\"optedOut\":false,\"segments\":[");
    private static final byte[] ATTRIBUTES = ascii("],\"attributes\":{");
    private static final byte[] OPT_OUT_KEY = ascii("],\"optOutKey\":\"");
    private static final byte[] ATTRIBUTES_AFTER_KEY = ascii("\",\"attributes\":{");
    private static final byte[] END = ascii("}}\n");
    private static final byte[] COMMA = ascii(",");

    /** As PostgreSQL writes instants, in whatever zone. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    private final Map<Integer, byte[]> segments = new HashMap<>();
    private final List<byte[]> names;
    private final MemberQuery query;
    private final OptOutKeys keys;
    private byte[] lastTime = {};
    private byte[] lastTimeWritten = {};

    MemberLine(MemberQuery query, OptOutKeys keys) {
        this.query = query;
        this.keys = keys;
        query.segments().forEach((number, id) -> segments.put(number, ascii("\"" + id + "\"")));
        this.names = query.fields().stream()
                .map(name -> ("\"" + new String(JSON.quoteAsString(name)) + "\":").getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * @param row as {@link MemberPage} has it
     */
    void write(LineBuffer line, byte[][] row, boolean optedOut) {
        line.add(BEGIN).add(quoted(row[0])).add(UPDATED_AT).add(written(row[1]));
        line.add(optedOut ? OPTED_OUT : NOT_OPTED_OUT);
        writeSegments(line, row[2]);
        Optional<byte[]> key = query.optOutKeyOf() == null ? Optional.empty() : keys.of(row[query.keyColumn()]);
        key.ifPresentOrElse(
                ascii -> line.add(OPT_OUT_KEY).add(ascii).add(ATTRIBUTES_AFTER_KEY), () -> line.add(ATTRIBUTES));
        boolean first = true;
        for (int i = 0; i < names.size(); i++) {
            byte[] value = row[MemberPage.FIRST_FIELD + i];
            if (value != null) {
                separate(line, first);
                line.add(names.get(i)).add(value);
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
            lastTime = time;
            lastTimeWritten = ascii(IsoTime.of(TIME.parse(new String(time, StandardCharsets.US_ASCII), Instant::from)));
        }
        return lastTimeWritten;
    }
}
