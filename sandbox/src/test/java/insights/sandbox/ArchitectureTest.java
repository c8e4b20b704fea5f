package insights.sandbox;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import insights.common.testing.ArchitectureRules;

@AnalyzeClasses(packages = "insights.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest extends ArchitectureRules {}
