package insights.export;

import insights.common.problem.ProblemType;
import insights.common.testing.ProblemsContract;

class ProblemsTest extends ProblemsContract {

    @Override
    protected String service() {
        return "export-service";
    }

    @Override
    protected ProblemType[] types() {
        return ExportProblem.values();
    }
}
