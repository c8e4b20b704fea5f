package insights.segment;

import insights.common.problem.ProblemType;

/** The errors of this service, each with what it means to the caller. */
public enum SegmentProblem implements ProblemType {
    UNKNOWN_SEGMENT(422, "There is no such segment"),
    SEGMENT_NOT_REFRESHED(409, "The segment has no members yet"),
    SEGMENT_INACTIVE(409, "A segment is switched off"),
    SEGMENT_FAILED(409, "The rule of the segment does not fit the profiles any more"),
    NAME_TAKEN(409, "Another segment has this name"),
    SEGMENT_IN_USE(409, "Segments or exports use this one"),
    SEGMENT_NOT_SHARED(403, "Exports over connections that are not shared send this segment"),
    UNKNOWN_FIELD(422, "The profiles have no such field"),
    PERSONAL_VALUES(403, "The values of this field tell who people are"),
    INVALID_RULE(422, "The rule does not fit the profiles"),
    OPTS_OUT_MOST(409, "People would be opted out who may want mail"),
    UNUSABLE_FILE(422, "The file cannot be imported"),
    IMPORT_INTERRUPTED(400, "The file broke off");

    private final int status;
    private final String title;

    SegmentProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
