package insights.export.sample;

import insights.export.matching.RejectionReason;
import insights.export.segment.Segment;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/**
 * One contact as the destination would get it: the first member of the segments, in order of their ids, who can be exported.
 *
 * @param contact the contact object of its API, with values as it takes them: those of Ortto's decimal fields are in thousandths;
 *     left out when nobody can be exported
 * @param segments those that the contact is in, of the chosen ones: by all profiles that have its address
 * @param masked whether values are made unreadable, because the caller may not see personal data
 * @param profileId whose contact it is, which is no personal data; left out with the contact
 * @param looked how many members came before it in that order, and it; all when nobody can be exported
 * @param rejected of these, the ones that cannot be exported, by reason
 */
public record Sample(
        Map<String, Object> contact,
        @NotNull List<Segment> segments,
        boolean masked,
        String profileId,
        long looked,
        @NotNull Map<RejectionReason, Long> rejected) {

    /** Hides the person. */
    @Override
    public String toString() {
        return "Sample[…]";
    }
}
