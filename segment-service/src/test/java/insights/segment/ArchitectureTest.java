package insights.segment;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import insights.common.testing.ArchitectureRules;

@AnalyzeClasses(packages = "insights.segment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest extends ArchitectureRules {

    /** Features that are large are cut once more, as {@code file} and {@code imports} are. */
    @ArchTest
    static final ArchRule partsOfFeaturesHaveNoCycles =
            slices().matching("insights.segment.(**)").should().beFreeOfCycles();
}
