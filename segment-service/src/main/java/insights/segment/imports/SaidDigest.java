package insights.segment.imports;

import insights.common.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * A hash of what a file says of who opted out, by which it is known when it says the same again. It is the sum of those of what is
 * said of each person, so that neither the order of lines and columns makes another file of it, nor what else is in them, nor the
 * form: a spreadsheet that has only saved yesterday's file knows nothing of what people have said since.
 */
final class SaidDigest {

    private static final int PARTS = 4;

    private final MessageDigest digest = Sha256.begin();
    private final long[] sum = new long[PARTS];
    private boolean any;

    /** @param fields those that say anything, @param out whether they say that the person opted out */
    void add(String id, List<String> fields, boolean out) {
        for (String field : fields) {
            any = true;
            digest.update(id.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(field.getBytes(StandardCharsets.UTF_8));
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(new byte[] {0, (byte) (out ? 1 : 0)}));
            for (int i = 0; i < PARTS; i++) {
                sum[i] += hash.getLong();
            }
        }
    }

    /** The 32 bytes of the hash; null of a file that says nothing. */
    byte[] value() {
        if (!any) {
            return null;
        }
        ByteBuffer value = ByteBuffer.allocate(PARTS * Long.BYTES);
        for (long part : sum) {
            value.putLong(part);
        }
        return value.array();
    }
}
