package insights.export.segment;

import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.export.ExportProblem;
import java.util.Collection;
import java.util.stream.Collectors;

/** Why segments have no members to send, in words for a person. */
final class NoMembers {

    private NoMembers() {}

    static HttpProblem gone() {
        return Problem.of(ExportProblem.UNKNOWN_SEGMENT, "A segment of the export is gone; choose the segments anew.");
    }

    static HttpProblem inactive(String displayName) {
        return Problem.of(
                ExportProblem.SEGMENT_INACTIVE,
                "The segment \"%s\" is inactive, so nobody in it is sent. Activate it and refresh, or choose other segments."
                        .formatted(displayName));
    }

    /** @param detail as segment-service says it, which knows the segment and the field */
    static HttpProblem failed(String detail) {
        return Problem.of(ExportProblem.SEGMENT_FAILED, detail);
    }

    static HttpProblem notRefreshed() {
        return notRefreshed("Segments of the export were");
    }

    static HttpProblem notRefreshed(Collection<String> displayNames) {
        String names = displayNames.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return notRefreshed(
                displayNames.size() == 1 ? "The segment " + names + " was" : "The segments " + names + " were");
    }

    private static HttpProblem notRefreshed(String which) {
        return Problem.of(
                ExportProblem.SEGMENT_NOT_REFRESHED,
                which + " not part of the last refresh. Refresh first (POST /refreshes), then try again.");
    }
}
