package insights.export.sending;

import insights.export.line.Ticker;
import insights.export.progress.WaitReason;
import insights.export.segment.OptOutClient;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Who opted out of some people who are sent one after the other, which takes as long as the destination likes. It is asked
 * again and again, of all of them at once: when a request goes out, the repeated ones included, what is known is no older
 * than 5 seconds.
 */
public final class LastLook {

    /** Most people that one is about. */
    public static final int MOST = 1_000;

    /** Older than that, it is asked before a request has its turn, so that nobody else waits for the answer. */
    private static final long SOON = TimeUnit.SECONDS.toNanos(2);

    /** Older than that, no request goes out: a second is left for the answer, and for what comes after it. */
    private static final long OLDEST = TimeUnit.SECONDS.toNanos(4);

    private final SendingGate gate;
    private final OptOutClient optOuts;
    private final List<OptOutClient.Contact> people;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known;

    private record Known(OptOutClient.OptedOut optedOut, long askedAt) {}

    /**
     * Nothing is known of them yet.
     *
     * @param people at most {@link #MOST}
     */
    public LastLook(SendingGate gate, OptOutClient optOuts, List<OptOutClient.Contact> people) {
        this.gate = gate;
        this.optOuts = optOuts;
        this.people = people;
    }

    /** They were told as people who did not opt out. @param toldAt as {@link Ticker} tells it */
    public LastLook(SendingGate gate, OptOutClient optOuts, List<OptOutClient.Contact> people, long toldAt) {
        this(gate, optOuts, people);
        known = new Known(OptOutClient.OptedOut.NOBODY, toldAt);
    }

    /** Thrown instead of a request about somebody who opted out meanwhile. */
    public static final class OptedOutMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final boolean maybeSent;

        OptedOutMeanwhile(boolean maybeSent) {
            super("Somebody opted out meanwhile", null, false, false);
            this.maybeSent = maybeSent;
        }

        /** Whether an earlier request of the same work may have gone out, with or without an answer. */
        public boolean maybeSent() {
            return maybeSent;
        }
    }

    /** Who opted out, as it was not long ago. */
    public OptOutClient.OptedOut optedOut() {
        return notOlderThan(SOON);
    }

    /** Makes requests about some of them. @throws OptedOutMeanwhile when one of these opted out before the last of the requests */
    public <T> T whileNoneIsOut(Collection<OptOutClient.Contact> these, Supplier<T> work) {
        return gate.looking(new AtRequests(these), work);
    }

    private final class AtRequests implements SendingGate.Look {

        private final Collection<OptOutClient.Contact> these;
        private boolean made;

        AtRequests(Collection<OptOutClient.Contact> these) {
            this.these = these;
        }

        @Override
        public void before() {
            if (these.stream().anyMatch(notOlderThan(OLDEST)::contains)) {
                throw new OptedOutMeanwhile(made);
            }
        }

        @Override
        public void made() {
            made = true;
        }
    }

    /** One asks for all. */
    private OptOutClient.OptedOut notOlderThan(long age) {
        Known now = known;
        if (isOlder(now, age)) {
            asking.lock();
            try {
                now = known;
                if (isOlder(now, age)) {
                    long askedAt = Ticker.SYSTEM.nanos();
                    now = new Known(gate.asking(WaitReason.SEGMENT_SERVICE, () -> optOuts.among(people)), askedAt);
                    known = now;
                }
            } finally {
                asking.unlock();
            }
        }
        return now.optedOut();
    }

    private static boolean isOlder(Known known, long age) {
        return known == null || Ticker.SYSTEM.nanos() - known.askedAt() > age;
    }
}
