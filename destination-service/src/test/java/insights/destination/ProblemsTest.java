package insights.destination;

import insights.common.problem.ProblemType;
import insights.common.testing.ProblemsContract;

class ProblemsTest extends ProblemsContract {

    @Override
    protected String service() {
        return "destination-service";
    }

    @Override
    protected ProblemType[] types() {
        return DestinationProblem.values();
    }
}
