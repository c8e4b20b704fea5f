package insights.segment;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import insights.common.testing.ArchitectureRules;

@AnalyzeClasses(packages = "insights.segment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest extends ArchitectureRules {}
