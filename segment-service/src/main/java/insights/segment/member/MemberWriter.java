package insights.segment.member;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import insights.segment.field.IsoTime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes members as NDJSON. Attributes are JSON already when they come from the database; they go out as they are. */
final class MemberWriter {

    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();

    private final Map<Integer, byte[]> segments = new HashMap<>();
    private final List<byte[]> names;
    private final OutputStream out;

    MemberWriter(MemberQuery query, OutputStream out) {
        query.segments().forEach((number, id) -> segments.put(number, bytes("\"" + id + "\"")));
        this.names = query.fields().stream()
                .map(name -> bytes("\"" + new String(JSON.quoteAsString(name)) + "\":"))
                .toList();
        this.out = out;
    }

    void write(Member member) throws IOException {
        out.write(bytes("{\"profileId\":\""));
        out.write(JSON.quoteAsUTF8(member.profileId()));
        out.write(bytes("\",\"updatedAt\":\"" + IsoTime.of(member.updatedAt()) + "\",\"segments\":["));
        boolean first = true;
        for (Integer number : member.segments()) {
            byte[] id = segments.get(number);
            if (id != null) {
                separate(first);
                out.write(id);
                first = false;
            }
        }
        out.write(bytes("],\"attributes\":{"));
        first = true;
        for (int i = 0; i < names.size(); i++) {
            if (member.values()[i] != null) {
                separate(first);
                out.write(names.get(i));
                out.write(member.values()[i]);
                first = false;
            }
        }
        out.write(bytes("}}\n"));
    }

    private void separate(boolean first) throws IOException {
        if (!first) {
            out.write(',');
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
