package insights.export.guard;

import java.util.UUID;

/**
 * Whom a run would take off. People who opted out or were erased are no matter of guards, so they are told apart.
 *
 * @param delivered people whom the export has in an audience, without those who opted out
 * @param removals of these, the ones that will be in none
 * @param optedOut people in an audience who opted out
 * @param gone people whom opt-outs and erasures took out before; see {@link AudienceGone}
 * @param mostShrunk the audience of a segment that loses the greatest part, among those big enough to be guarded
 */
public record Removals(long delivered, long removals, long optedOut, long gone, Audience mostShrunk) {

    /**
     * The people at the destination who stand for one segment, or all of them.
     *
     * @param segment which; null when it is all of them, or no segment's audience is big enough
     * @param people how many there are by the doing of the export, with those whom opt-outs and erasures took out before
     * @param delivered the ones who are there and did not opt out
     * @param removals how many of the latter will not be there any more
     */
    public record Audience(UUID segment, long people, long delivered, long removals) {}

    Audience everybody() {
        return new Audience(null, delivered + optedOut + gone, delivered, removals);
    }
}
