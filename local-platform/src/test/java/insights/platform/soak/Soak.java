package insights.platform.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Half an hour of everything at once on the local platform: imports, refreshes, runs, cancels, removals, and in turn at random
 * the deaths of all that it is made of, but of the stand-in, which would forget what was delivered. {@code make soak} plays it;
 * no other test run does.
 *
 * <p>No answer may be a 500, none may take longer than {@value Asking#LONGEST_SECONDS} seconds, no memory may grow, and whenever
 * everybody rests, what is at Autopilot is exactly what was imported.
 */
class Soak {

    private static final Duration LENGTH = Duration.parse(System.getProperty("insights.soak.length", "PT30M"));
    private static final long SEED = Long.getLong("insights.soak.seed", 20_261_126L);

    /** Two of them are compared, in which the same service is spared from death. */
    private static final int STRETCHES = 6;

    @Test
    void everythingAtOnce() {
        try (Stage stage = Stage.set()) {
            Report report = stage.report();
            Random random = new Random(SEED);
            People people = new People(new Random(random.nextLong()));
            Play play = new Play(stage, people, random);
            Memory memory = new Memory(stage);
            play.begin();
            for (int stretch = 0; stretch < STRETCHES; stretch++) {
                play.perform(LENGTH.dividedBy(STRETCHES), memory.spared(stretch));
                play.rest();
                play.compare();
                memory.look(stretch);
                System.out.println("after stretch %d of %d: %s".formatted(stretch + 1, STRETCHES, report));
            }
            System.out.println(memory);
            assertThat(report.wrong()).as("seed " + SEED).isEmpty();
            assertThat(memory.growth()).as("memory that grew").isEmpty();
            assertThat(report.neverHappened()).as("what never happened").isEmpty();
        }
    }
}
