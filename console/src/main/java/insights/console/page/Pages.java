package insights.console.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All files that browsers load, in memory: about two megabytes, read when the console starts. So they are there to the last request
 * of a replica that is told to stop; a folder of copies, as Vert.x has it for what is in a jar, is gone by then.
 */
@Singleton
class Pages {

    /** Below it are those that the build made of the pages' sources, and those that need no building. */
    private static final String FOLDER = "META-INF/resources/console/";

    /** Names them, one a line; the build writes it. Without Node on the machine that built there are none. */
    private static final String NAMES = "console-pages.txt";

    private static final List<String> NOT_BUILT = List.of("sign-in-failed.html");

    private final Map<String, Page> pages = new HashMap<>();

    Pages() {
        String names = read(NAMES)
                .map(list -> new String(list, StandardCharsets.UTF_8))
                .orElse("");
        Stream.concat(names.lines(), NOT_BUILT.stream())
                .distinct()
                .forEach(name -> pages.put(
                        name, Page.of(name, read(FOLDER + name).orElseThrow(() -> new IllegalStateException(name)))));
    }

    /** @param name its path below {@code /console/} */
    Optional<Page> named(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return found == null ? Optional.empty() : Optional.of(found.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
