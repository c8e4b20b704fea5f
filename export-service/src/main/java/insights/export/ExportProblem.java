package insights.export;

import insights.common.problem.ProblemType;

/** The errors that only this service answers with. */
public enum ExportProblem implements ProblemType {
    NAME_TAKEN(409, "The display name is taken"),
    UNKNOWN_CONNECTION(422, "There is no such connection"),
    UNKNOWN_SEGMENT(422, "There is no such segment"),
    UNKNOWN_FIELD(422, "The profiles have no such field"),
    INVALID_DATA_MATCHING(422, "The data matching is not right"),
    SEGMENT_NOT_REFRESHED(409, "A segment has no members yet"),
    SEGMENT_INACTIVE(409, "A segment is switched off"),
    SEGMENT_FAILED(409, "The rule of a segment does not fit the profiles any more"),
    TOO_MANY_PROFILES(422, "Too many profiles for this connection"),
    CONNECTION_NOT_READY(409, "The connection cannot be used yet");

    private final int status;
    private final String title;

    ExportProblem(int status, String title) {
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
