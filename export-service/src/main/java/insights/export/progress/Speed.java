package insights.export.progress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How fast a run goes, as its worker measured it. The comparison counts profiles, later phases count planned requests:
 * a second weighs less the longer it is ago, so that a change of pace shows within a minute and one slow request does
 * not throw the estimate about.
 *
 * @param phaseRequests requests planned for the current phase; null while comparing
 * @param laterRequests requests planned for the phases after it; null while comparing
 * @param counted what was settled lately
 * @param seconds in so many seconds
 * @param idle seconds since the last time it was measured
 */
public record Speed(Long phaseRequests, Long laterRequests, double counted, double seconds, double idle) {

    /** Seconds after which what was measured counts a third. Whoever writes what was measured makes it fade. */
    public static final int MEMORY = 60;

    /** From so much on a measurement says something. */
    private static final double ENOUGH_COUNTED = 3;

    private static final double ENOUGH_SECONDS = 1;

    /** Progress of a run that is being worked on. */
    public Progress progress(long done, long total, Instant now) {
        Double perSecond = perSecond();
        if (phaseRequests == null) {
            return new Progress(done, total, rounded(perSecond), null, null, null);
        }
        double left = total == 0 ? 0 : (double) phaseRequests * Math.max(0, total - done) / total;
        long requestsLeft = (long) Math.ceil(left) + laterRequests;
        if (perSecond == null) {
            return new Progress(done, total, null, requestsLeft, null, null);
        }
        Double rate = phaseRequests == 0 ? null : rounded(perSecond * total / phaseRequests);
        Instant end = now.plusMillis((long) (1000 * requestsLeft / perSecond)).truncatedTo(ChronoUnit.SECONDS);
        return new Progress(done, total, rate, requestsLeft, end, null);
    }

    /** What is settled a second; null when too little was seen to tell. */
    private Double perSecond() {
        double fading = Math.exp(-idle / MEMORY);
        double span = seconds * fading + idle;
        return counted < ENOUGH_COUNTED || span < ENOUGH_SECONDS ? null : counted * fading / span;
    }

    private static Double rounded(Double rate) {
        return rate == null ? null : Math.round(rate * 10) / 10.0;
    }
}
