package insights.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.scheduler.Scheduled;

/** By default Quartz would wake one replica only, which is wrong for what every replica does for itself. */
@AnalyzeClasses(packages = "insights.export", importOptions = ImportOption.DoNotIncludeTests.class)
class ScheduledMethodsTest {

    @ArchTest
    static final ArchRule sayWhetherOneReplicaIsWokenOrAll = methods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should()
            .beAnnotatedWith(DescribedPredicate.describe(
                    "@Scheduled with executeWith SIMPLE (every replica) or QUARTZ (one of them)",
                    (JavaAnnotation<?> annotation) -> annotation.getRawType().isEquivalentTo(Scheduled.class)
                            && annotation.hasExplicitlyDeclaredProperty("executeWith")));
}
