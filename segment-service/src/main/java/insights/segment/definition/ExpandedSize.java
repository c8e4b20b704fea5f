package insights.segment.definition;

import insights.common.sql.Sql;

/** Counts what segments of segments of segments add up to, before anything of that size is put together. */
final class ExpandedSize {

    private static final int MAX_BINDS = 20_000;

    /** Conditions without a value take their place too. */
    private static final int MAX_TEXT = 2_000_000;

    /** All segments together may be so many times as large as one. */
    private static final int MANY = 10;

    private final int times;
    private long binds;
    private long text;

    private ExpandedSize(int times) {
        this.times = times;
    }

    /** Of one rule, beyond which PostgreSQL should not be asked. */
    static ExpandedSize ofRule() {
        return new ExpandedSize(1);
    }

    /** Of all active segments. */
    static ExpandedSize ofAll() {
        return new ExpandedSize(MANY);
    }

    /** Adds a condition, unless the whole would be larger with it than it may be; tells whether it did. */
    boolean fitsWith(Sql condition) {
        long moreBinds = binds + condition.binds().size();
        long moreText = text + condition.text().length();
        if (moreBinds > (long) MAX_BINDS * times || moreText > (long) MAX_TEXT * times) {
            return false;
        }
        binds = moreBinds;
        text = moreText;
        return true;
    }
}
