package insights.destination;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import insights.common.testing.ArchitectureRules;
import insights.destination.internal.ApiKeyResponse;
import insights.destination.key.Secret;
import insights.destination.key.WellFormedKey;

@AnalyzeClasses(packages = "insights.destination", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest extends ArchitectureRules {

    /** Storing it, comparing it, sending it to destinations and handing it to export-service: nothing else sees a key. */
    @ArchTest
    static final ArchRule secretsAreRevealedInFewPlaces = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("insights.destination.key.Envelope")
            .and()
            .doNotHaveFullyQualifiedName("insights.destination.key.Fingerprints")
            .and()
            .doNotHaveFullyQualifiedName("insights.destination.autopilot.AutopilotClient")
            .and()
            .doNotHaveFullyQualifiedName("insights.destination.ortto.OrttoClient")
            .and()
            .doNotHaveFullyQualifiedName("insights.destination.type.KeyShape")
            .and()
            .areNotAssignableTo(WellFormedKey.Validator.class)
            .and()
            .areNotAssignableTo(Secret.Reveal.class)
            .should()
            .callMethod(Secret.class, "reveal");

    @ArchTest
    static final ArchRule secretsAreHandedOutInOneAnswer = noClasses()
            .that()
            .areNotAssignableTo(ApiKeyResponse.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Secret.Reveal.class);

    /** What is known of one kind of destination is known in its own package only. */
    @ArchTest
    static final ArchRule typesAreBehindTheirInterface = noClasses()
            .that()
            .resideOutsideOfPackage("insights.destination.autopilot..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("insights.destination.autopilot..")
            .orShould()
            .haveNameMatching(".*Autopilot.*")
            .because("a further kind of destination is one more package, see CONTRIBUTING.md");

    @ArchTest
    static final ArchRule neitherIsOrtto = noClasses()
            .that()
            .resideOutsideOfPackage("insights.destination.ortto..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("insights.destination.ortto..")
            .orShould()
            .haveNameMatching(".*Ortto.*")
            .because("a further kind of destination is one more package, see CONTRIBUTING.md");
}
