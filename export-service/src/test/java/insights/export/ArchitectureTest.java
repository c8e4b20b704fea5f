package insights.export;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import insights.common.testing.ArchitectureRules;

@AnalyzeClasses(packages = "insights.export", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest extends ArchitectureRules {

    private static final String[] DESTINATIONS = {
        "insights.export.destination..",
        "insights.export.line..",
        "insights.export.autopilot..",
        "insights.export.ortto.."
    };

    /** What is known of one kind of destination is known in its own package only; delivery knows no API. */
    @ArchTest
    static final ArchRule destinationsAreBehindTheirInterface = noClasses()
            .that()
            .resideOutsideOfPackage("insights.export.autopilot..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("insights.export.autopilot..")
            .orShould()
            .haveNameMatching(".*Autopilot.*")
            .because("a further kind of destination is one more package, see CONTRIBUTING.md");

    @ArchTest
    static final ArchRule soIsOrtto = noClasses()
            .that()
            .resideOutsideOfPackage("insights.export.ortto..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("insights.export.ortto..")
            .orShould()
            .haveNameMatching(".*Ortto.*")
            .because("a further kind of destination is one more package, see CONTRIBUTING.md");

    /** The other way round a destination knows nothing of runs, of the ledger, or of what is desired. */
    @ArchTest
    static final ArchRule destinationsKnowNoDelivery = noClasses()
            .that()
            .resideInAnyPackage(DESTINATIONS)
            .should()
            .dependOnClassesThat(resideInAPackage("insights.export..")
                    .and(resideOutsideOfPackages(DESTINATIONS))
                    .and(resideOutsideOfPackages(
                            "insights.export", "insights.export.connection..", "insights.export.progress..")));
}
