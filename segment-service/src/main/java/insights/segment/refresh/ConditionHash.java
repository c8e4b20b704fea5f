package insights.segment.refresh;

import insights.common.hash.Sha256;
import insights.common.sql.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A hash of a condition with its values. Two of the same hash hold for the same profiles, as long as nobody changes. */
final class ConditionHash {

    private final MessageDigest digest = Sha256.begin();

    private ConditionHash() {}

    static byte[] of(Sql condition) {
        ConditionHash hash = new ConditionHash();
        hash.add(condition.text());
        condition.binds().forEach(hash::addValue);
        return hash.digest.digest();
    }

    private void addValue(Object value) {
        if (value instanceof Object[] several) {
            add("several");
            add(String.valueOf(several.length));
            for (Object one : several) {
                addValue(one);
            }
        } else {
            add(value == null ? "" : value.getClass().getName());
            add(String.valueOf(value));
        }
    }

    /** With its length before it, so that nothing runs into what follows. */
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
