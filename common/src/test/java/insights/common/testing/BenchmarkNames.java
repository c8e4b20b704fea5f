package insights.common.testing;

import java.util.List;
import java.util.Optional;

/** Names of benchmarks as somebody gives them. One that does not exist measures nothing, and must not look as if it had. */
public final class BenchmarkNames {

    private static final int WRONG_USE = 2;

    private BenchmarkNames() {}

    /** Ends the program with words, and a status that says so, when one is not among those that there are. */
    public static void require(List<String> given, List<String> known) {
        complaint(given, known).ifPresent(words -> {
            System.err.println(words);
            System.exit(WRONG_USE);
        });
    }

    /** What to say of names that there are not; empty when there are all. */
    static Optional<String> complaint(List<String> given, List<String> known) {
        List<String> unknown =
                given.stream().filter(name -> !known.contains(name)).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("There is no benchmark \"%s\". There are: %s."
                        .formatted(String.join("\", \"", unknown), String.join(", ", known)));
    }
}
