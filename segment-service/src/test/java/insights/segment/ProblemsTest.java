package insights.segment;

import insights.common.problem.ProblemType;
import insights.common.testing.ProblemsContract;

class ProblemsTest extends ProblemsContract {

    @Override
    protected String service() {
        return "segment-service";
    }

    @Override
    protected ProblemType[] types() {
        return SegmentProblem.values();
    }
}
