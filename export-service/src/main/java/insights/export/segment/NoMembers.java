package insights.export.segment;

import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.export.ExportProblem;

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
        return Problem.of(
                ExportProblem.SEGMENT_NOT_REFRESHED, "Refresh the segments first (POST /refreshes), then try again.");
    }
}
