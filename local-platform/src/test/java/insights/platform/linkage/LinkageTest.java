package insights.platform.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that ships links: no code refers to a field or method that its class does not have. On the JVM nobody meets
 * such a fault before that code runs; native-image ends with it.
 */
@Execution(ExecutionMode.CONCURRENT)
class LinkageTest {

    /**
     * What is known to be so and harmless, by the class that refers. Quarkus replaces Netty's CleanerJava9 when it builds a
     * program; an inner class of the original is left over, and nobody loads it.
     */
    private static final List<String> ARGUED = List.of("io/netty/util/internal/CleanerJava9$2 ");

    @ParameterizedTest
    @ValueSource(strings = {"destination-service", "segment-service", "export-service", "sandbox"})
    void allCodeFindsWhatItRefersTo(String program) throws IOException {
        Path app = Path.of("..", program, "target", "quarkus-app");
        Assumptions.assumeTrue(Files.isDirectory(app), "not built as jars: with -Dnative the build itself links");
        Shipped shipped = Shipped.of(app);
        assertThat(shipped.classes()).containsKey("io/quarkus/runtime/Quarkus");
        assertThat(shipped.broken())
                .filteredOn(broken -> ARGUED.stream().noneMatch(broken::startsWith))
                .isEmpty();
    }
}
