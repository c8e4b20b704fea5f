package insights.platform.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker sees what would fail: code that was compiled against another version of a library than is shipped. */
class LinkageFaultTest {

    private static final String USER = """
            package user;
            public class User {
                public int use(library.Library library) { return library.kept() + library.called() + library.read; }
                public java.util.function.Supplier<String> referTo() { return library.Library::named; }
            }
            """;

    private static final String BEFORE = """
            package library;
            public class Library extends Base {
                public int read;
                public int kept() { return 1; }
                public int called() { return 2; }
                public static String named() { return ""; }
            }
            class Base {}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void anEmptyProgram() throws IOException {
        for (String part : new String[] {"quarkus", "app", "lib/boot", "lib/main"}) {
            Files.createDirectories(folder.resolve("program").resolve(part));
        }
    }

    @Test
    void hasNothingToSayWhereAllIsThere() throws IOException {
        assertThat(shipped(BEFORE).broken()).isEmpty();
    }

    @Test
    void namesWhatIsMissingAndWhoNeedsIt() throws IOException {
        String later = BEFORE.replace("int read", "long read")
                .replace("called", "renamed")
                .replace("named()", "n()");

        assertThat(shipped(later).broken())
                .containsExactly(
                        "user/User (user.jar) refers to library/Library.called()I",
                        "user/User (user.jar) refers to library/Library.named()Ljava/lang/String;",
                        "user/User (user.jar) refers to library/Library.read:I");
    }

    @Test
    void findsWhatHasMovedUp() throws IOException {
        String later = BEFORE.replace("    public int called() { return 2; }\n", "")
                .replace("class Base {}", "class Base { public int called() { return 3; } }");

        assertThat(shipped(later).broken()).isEmpty();
    }

    /** The user, compiled against the library as it was before, with another one beside it. */
    private Shipped shipped(String library) throws IOException {
        Path before = compile("before", "library/Library.java", BEFORE, folder);
        jar("app/user.jar", compile("user", "user/User.java", USER, before));
        jar("lib/main/library.jar", compile("later", "library/Library.java", library, folder));
        return Shipped.of(folder.resolve("program"));
    }

    private Path compile(String name, String file, String text, Path classPath) throws IOException {
        Path source = folder.resolve(name).resolve("source").resolve(file);
        Path classes = Files.createDirectories(folder.resolve(name).resolve("classes"));
        Files.createDirectories(source.getParent());
        Files.writeString(source, text);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "-cp", classPath.toString(), source.toString());
        assertThat(failed).isZero();
        return classes;
    }

    private void jar(String name, Path classes) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(
                        Files.newOutputStream(folder.resolve("program").resolve(name)));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
    }
}
