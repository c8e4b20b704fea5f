package insights.common.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * What is made by reflection is registered for it: on the JVM nobody meets what is not, and a native image fails when it
 * is first needed.
 */
public final class NativeRules {

    private static final Path SOURCES = Path.of("src/main/java");

    /** {@code select new insights.x.Y(…)}, however it is broken into lines. */
    private static final Pattern CONSTRUCTOR_EXPRESSION = Pattern.compile("\\bnew\\s+(insights(?:\\.\\w+)+)\\s*\\(");

    /** Methods that make an object of the class that they are given, by the names of their classes. */
    private static final Map<String, Set<String>> MAKERS = Map.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
                    Set.of("readValue", "treeToValue", "convertValue", "readerFor"),
            "jakarta.ws.rs.core.Response", Set.of("readEntity"),
            "jakarta.persistence.EntityManager", Set.of("createQuery", "createNativeQuery", "createNamedQuery"),
            "org.hibernate.query.QueryProducer",
                    Set.of("createQuery", "createSelectionQuery", "createNativeQuery", "createNamedQuery"),
            "io.quarkus.hibernate.orm.panache.PanacheQuery", Set.of("project"));

    private NativeRules() {}

    /** The local platform is a program for people who build, and never native. */
    @ArchTest
    static final ArchRule typesThatAreReadAreInNativeImages = classes()
            .that()
            .resideOutsideOfPackage("insights.platform..")
            .should(haveTypesThatTheyReadRegistered())
            .allowEmptyShould(true)
            .because("Jackson and Hibernate make objects of them, and no signature says so");

    /** Their types are named in texts only. */
    @ArchTest
    static void typesOfConstructorExpressionsAreInNativeImages(JavaClasses classes) throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                CONSTRUCTOR_EXPRESSION
                        .matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(type -> all.assertThat(classes.contain(type) && isRegistered(classes.get(type)))
                                .as("%s makes %s in JPQL: annotate it with @RegisterForReflection", source, type)
                                .isTrue());
            }
        }
        all.assertAll();
    }

    private static ArchCondition<JavaClass> haveTypesThatTheyReadRegistered() {
        return new ArchCondition<>("have the types that they read registered for reflection") {
            @Override
            public void check(JavaClass reading, ConditionEvents events) {
                reading.getCodeUnits().stream()
                        .filter(unit -> unit.getMethodCallsFromSelf().stream().anyMatch(NativeRules::makesAnObject))
                        .flatMap(unit -> unit.getReferencedClassObjects().stream())
                        .filter(read -> !isRegistered(read.getRawType().getBaseComponentType()))
                        .forEach(read -> events.add(SimpleConditionEvent.violated(reading, read.toString())));
            }
        };
    }

    private static boolean makesAnObject(JavaMethodCall call) {
        return MAKERS.entrySet().stream()
                .anyMatch(maker -> maker.getValue().contains(call.getName())
                        && call.getTargetOwner().isAssignableTo(maker.getKey()));
    }

    /** Hibernate sees to entities and its own, GraalVM to what is Java's own, and trees of JSON are Jackson's own. */
    private static boolean isRegistered(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || type.getPackageName().startsWith("org.hibernate")
                || type.getPackageName().equals("com.fasterxml.jackson.databind.node")
                || type.getName().equals("com.fasterxml.jackson.databind.JsonNode")
                || type.isAnnotatedWith(Entity.class)
                || type.isAnnotatedWith(RegisterForReflection.class);
    }
}
