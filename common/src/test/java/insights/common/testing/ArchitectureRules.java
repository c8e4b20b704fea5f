package insights.common.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Set;

/** How all code of this project is cut. Each module binds it with a class that names its packages. */
public abstract class ArchitectureRules {

    /** By name, because not every module has it. */
    private static final String MERGE_PATCH = "insights.common.patch.MergePatch";

    /** A feature is a package directly below that of the service; layers are not packages. */
    @ArchTest
    static final ArchRule packagesAreFeatures = noClasses()
            .should()
            .resideInAnyPackage(
                    "..service..",
                    "..repository..",
                    "..resource..",
                    "..controller..",
                    "..dto..",
                    "..entity..",
                    "..model..",
                    "..util..",
                    "..utils..",
                    "..helper..",
                    "..impl..")
            .because("packages are cut by feature, see CONTRIBUTING.md");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("insights.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule resourcesDoNotTouchRepositories = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .allowEmptyShould(true)
            .because("what an operation means is in the feature's service, and transactions begin there");

    @ArchTest
    static final ArchRule entitiesStayInTheirFeature = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(onlyBeUsedInTheirPackage())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeIsInjected =
            noClasses().should().callMethodWhere(asksForTheTime()).because("the time comes from the injected Clock");

    @ArchTest
    static final ArchRule whatIsScheduledIsAJob = methods()
            .that()
            .areAnnotatedWith("io.quarkus.scheduler.Scheduled")
            .should()
            .beAnnotatedWith("insights.common.job.Job")
            .allowEmptyShould(true)
            .because("the end of the service waits for jobs");

    @ArchTest
    static final ArchRule nothingIsPrinted = noClasses()
            .that()
            .resideOutsideOfPackage("insights.platform..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule patchedTypesAreInNativeImages = classes()
            .should(haveTypesThatTheyPatchRegistered())
            .because("Jackson reads and writes them, and no signature of a resource says so");

    @ArchTest
    static final ArchRule resourcesSayWhatTheyAnswer = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .areNotInterfaces()
            .should()
            .beAnnotatedWith("jakarta.ws.rs.Produces")
            .allowEmptyShould(true)
            .because("without it whatever is asked for is answered, by toString()");

    @ArchTest
    static final ArchTests nativeImages = ArchTests.in(NativeRules.class);

    private static DescribedPredicate<JavaCall<?>> asksForTheTime() {
        Set<String> clocks = Set.of(
                "java.time.Instant",
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.LocalTime",
                "java.time.ZonedDateTime",
                "java.time.OffsetDateTime");
        return DescribedPredicate.describe("ask the system for the time", call -> {
            String owner = call.getTargetOwner().getName();
            boolean now = call.getName().equals("now")
                    && clocks.contains(owner)
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            return now || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        });
    }

    private static ArchCondition<JavaClass> onlyBeUsedInTheirPackage() {
        return new ArchCondition<>("only be used in their own package") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(entity.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(entity, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveTypesThatTheyPatchRegistered() {
        return new ArchCondition<>("have the types that they patch registered for reflection") {
            @Override
            public void check(JavaClass patching, ConditionEvents events) {
                patching.getCodeUnits().stream()
                        .filter(unit -> unit.getMethodCallsFromSelf().stream()
                                .anyMatch(
                                        call -> call.getTargetOwner().getName().equals(MERGE_PATCH)))
                        .flatMap(unit -> unit.getReferencedClassObjects().stream())
                        .filter(patched -> !patched.getRawType().isAnnotatedWith(RegisterForReflection.class))
                        .forEach(patched -> events.add(SimpleConditionEvent.violated(patching, patched.toString())));
            }
        };
    }
}
