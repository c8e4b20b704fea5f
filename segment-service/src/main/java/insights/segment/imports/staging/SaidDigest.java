package insights.segment.imports.staging;

import insights.common.hash.Sha256;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A hash of what a file says of who opted out, by which it is known when it says the same again. It is the sum of those of what is
 * said of each person, so that neither the order of lines and columns makes another file of it, nor what else is in them, nor the
 * form: a spreadsheet that has only saved yesterday's file knows nothing of what people have said since.
 */
final class SaidDigest {

    private static final int PARTS = 4;

    private static final String SUMS =
            """
            select sum(part(1)), sum(part(9)), sum(part(17)), sum(part(25))
            from (select sha256(convert_to(profile_id, 'UTF8') || '\\x00'::bytea || convert_to(?, 'UTF8') || '\\x00'::bytea
                            || set_byte('\\x00'::bytea, 0, ?)) as hash
                from (select distinct profile_id from staging where attributes is not null and %s & ? <> 0) as said) as hashed""".replaceAll("part\\((\\d+)\\)", "('x' || encode(substr(hash, $1, 8), 'hex'))::bit(64)::bigint");

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

    /**
     * The same of staged lines, in which people may come several times: who says something twice says it.
     *
     * @param fields of opt-outs, in the order of their bits
     */
    static byte[] ofStaged(Connection connection, List<String> fields) throws SQLException {
        SaidDigest said = new SaidDigest();
        for (int i = 0; i < fields.size(); i++) {
            said.addStaged(connection, "opt_outs", 1L << i, fields.get(i), 1);
            said.addStaged(connection, "opt_ins", 1L << i, fields.get(i), 0);
        }
        return said.value();
    }

    private void addStaged(Connection connection, String column, long bit, String field, int out) throws SQLException {
        Sql sums = Sql.of(SUMS.formatted(column), field, out, bit);
        Database.list(connection, sums, row -> {
            for (int i = 0; i < PARTS; i++) {
                BigDecimal part = row.getBigDecimal(i + 1);
                any |= part != null;
                sum[i] += part == null ? 0 : part.toBigInteger().longValue();
            }
            return true;
        });
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
