package insights.platform.browser;

import insights.platform.Build;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests in a real Chromium, on a platform of their own that is empty at first: one after the other, beside those that use
 * another one. Without Chromium, or Node, they are skipped and say so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the browser's platform")
@ExtendWith({NeedsBrowser.Condition.class, InBrowser.class})
@interface NeedsBrowser {

    /** Says in one line what is missing. */
    class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.program().isEmpty()) {
                return skipped("there is no Chromium on this machine");
            }
            if (Build.ofThisProject().console().isEmpty()) {
                return skipped("the console's pages are not built, which needs Node 20.19 or later");
            }
            return ConditionEvaluationResult.enabled("");
        }

        private static ConditionEvaluationResult skipped(String why) {
            String line = "The console's tests in a browser are skipped: %s.".formatted(why);
            System.out.println(line);
            return ConditionEvaluationResult.disabled(line);
        }
    }
}
