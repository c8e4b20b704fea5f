package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.export.start.ErasureRuns;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OtherInstallation;
import insights.export.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random histories of people, and of exports of them to Autopilot and to Ortto, beside each other and from the one to the other
 * and back, some of them removed again with what they put there; of faults, lost leases, canceled runs and destinations that are late; of people who share addresses, exchange them and
 * opt out; with guards that hold back the rest. However they went, after a last run without faults each account holds what the
 * plainest reference says, nothing else was touched, and a further run makes no request. By the stand-ins' logs nobody who opted
 * out was ever named but to be taken off, and no two requests were about one contact at once; and after a run that nothing
 * disturbed nobody who opted out is on by its doing.
 *
 * <p>{@code -Dinsights.model.sequences=5000} tries more of them, {@code -Dinsights.model.first=17} begins with a certain
 * one.
 */
@QuarkusTest
@TestProfile(OtherInstallation.class)
class DeliveryModelTest {

    private static final int SEQUENCES = Integer.getInteger("insights.model.sequences", 200);
    private static final int FIRST = Integer.getInteger("insights.model.first", 0);
    private static final int AT_ONCE = 6;

    private ModelRuns runs;

    @Inject
    Database database;

    @Inject
    ErasureRuns formerRuns;

    /** Case E11. */
    @Test
    void destinationsEndUpAsTheSegmentsSayWhateverHappensOnTheWay() throws Exception {
        runs = new ModelRuns(database, formerRuns);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Throwable> failures = new ArrayList<>();
            List<Future<?>> sequences = IntStream.range(FIRST, FIRST + SEQUENCES)
                    .<Future<?>>mapToObj(seed -> threads.submit(() -> new Sequence(seed).play()))
                    .toList();
            for (Future<?> sequence : sequences) {
                try {
                    sequence.get(10, TimeUnit.MINUTES);
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            assertThat(failures).isEmpty();
        }
        assertThat(
                        runs.text(
                                "select id || ': ' || phase || ' ' || done || ' of ' || total from run where done > total limit 1"))
                .as("runs that have done more than there was to do")
                .isEmpty();
    }

    private final class Sequence {

        private final int seed;
        private final Random random;
        private final World world;
        private final ModelAutopilot autopilot;
        private final ModelOrtto ortto;
        private final List<ModelExport> exports = new ArrayList<>();
        private final StringBuilder story = new StringBuilder();

        Sequence(int seed) {
            this.seed = seed;
            random = new Random(seed);
            world = new World(random);
            autopilot = new ModelAutopilot(random, world);
            ortto = new ModelOrtto(random, world);
        }

        void play() {
            try {
                prepare();
                for (int step = random.nextInt(3); step >= 0; step--) {
                    happen();
                }
                settle();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Sequence " + seed + ":" + story + "\n" + e.getMessage(), e);
            } finally {
                end();
            }
        }

        /** One export to either; or one to each, or two to the same account; and now and then one more. */
        private void prepare() {
            Stream.of(autopilot, ortto).forEach(ModelAccount::isSomebodyElsesToo);
            ModelAccount account = random.nextInt(5) < 3 ? autopilot : ortto;
            int count = 1 + random.nextInt(3) / 2 + random.nextInt(12) / 11;
            for (int i = 0; i < count; i++) {
                exports.add(new ModelExport(runs, world, random, account));
                if (random.nextInt(3) > 0) {
                    account = account == autopilot ? ortto : autopilot;
                }
            }
        }

        private List<ModelExport> at(ModelAccount account) {
            return exports.stream()
                    .filter(export -> export.account() == account)
                    .toList();
        }

        private Stream<ModelAccount> accounts() {
            return Stream.concat(
                    Stream.of(autopilot, ortto), exports.stream().flatMap(export -> export.elsewhere().stream()));
        }

        private void happen() {
            ModelExport export = exports.get(random.nextInt(exports.size()));
            if (random.nextInt(5) == 0) {
                awayAndBack(export);
            }
            changePeople();
            if (random.nextInt(3) == 0) {
                edit(export);
            }
            if (random.nextInt(4) == 0) {
                Neighbours.get().rename(world.segments.get(0), "Alpha " + random.nextInt(3));
                story.append(" rename");
            }
            // With the address alone there would be nothing to do about the person, and it would go unnoticed.
            if (random.nextInt(4) == 0 && exports.stream().allMatch(ModelExport::isNamed)) {
                story.append(autopilot.loseContact());
            }
            disturbedRun(export);
            if (random.nextInt(4) == 0) {
                comesAndGoes(export.account());
            }
        }

        /** One more export to an account, removed again with all that it put there; but for what the others hold too. */
        private void comesAndGoes(ModelAccount account) {
            account.isShared();
            ModelExport guest = new ModelExport(runs, world, random, account);
            story.append(" guest:").append(guest.mode());
            disturbedRun(guest);
            if (random.nextBoolean()) {
                changePeople();
                at(account).forEach(other -> run(other, true, Disturbance.NONE));
            }
            runs.remove(guest);
            story.append(" gone");
        }

        /** With whatever may happen to it. */
        private void disturbedRun(ModelExport export) {
            ModelAccount account = export.account();
            int faults = random.nextInt(3);
            for (int i = 0; i < faults; i++) {
                story.append(' ').append(account.fault());
            }
            story.append(account.moves());
            Disturbance disturbance = Disturbance.values()[Math.max(0, random.nextInt(8) - 5)];
            String status = run(export, random.nextInt(3) > 0, disturbance);
            account.clearFaults();
            if (faults == 0 && disturbance == Disturbance.NONE && !status.equals("FAILED_RETRYING")) {
                nobodyWhoOptedOutIsOn(account, export.id());
            }
        }

        private void changePeople() {
            world.change();
            world.loseTrack(exports.stream().map(ModelExport::segments).toList());
            listen();
        }

        private void listen() {
            accounts().forEach(ModelAccount::listen);
        }

        private void edit(ModelExport export) {
            export.edit(at(export.account()).size() == 1);
            story.append(" edit");
        }

        /**
         * The export moves to another account, of either kind, things go on, and it comes back. Now and then it is looked at what it
         * left, here and there.
         */
        private void awayAndBack(ModelExport export) {
            export.away();
            story.append(" away:").append(export.mode());
            changePeople();
            disturbedRun(export);
            if (random.nextBoolean()) {
                runToTheEnd(export);
                export.account().holds(List.of(export));
            }
            exports.stream()
                    .filter(other -> other != export && random.nextBoolean())
                    .forEach(other -> {
                        edit(other);
                        run(other, true, Disturbance.NONE);
                    });
            lookAt(export, export.home());
            ModelAccount left = export.account();
            export.back();
            story.append(" back:").append(export.mode());
            if (random.nextBoolean()) {
                changePeople();
                lookAt(export, left);
            }
        }

        private void lookAt(ModelExport export, ModelAccount left) {
            runs.lookAt(export, left).ifPresent(run -> {
                if (random.nextInt(3) == 0) {
                    runs.loseLease(run, random.nextInt(40));
                    left.isDisturbed();
                }
                // It may have found the circuit open because of earlier faults.
                if (runs.await(run).equals("SUCCESSFUL")) {
                    runs.kept(export, left).ifPresent(kept -> nobodyWhoOptedOutIsOn(left, kept));
                }
            });
        }

        private String run(ModelExport export, boolean confirmed, Disturbance disturbance) {
            String run = runs.start(export, confirmed, false);
            switch (disturbance) {
                case NONE -> {}
                case CANCELED -> runs.cancel(export, run, random.nextInt(80));
                case LEASE_LOST -> {
                    export.account().isDisturbed();
                    runs.loseLease(run, random.nextInt(80));
                }
            }
            String status = awaitAndGiveUp(export, run);
            story.append(' ').append(disturbance).append(':').append(status);
            return status;
        }

        private String awaitAndGiveUp(ModelExport export, String run) {
            String status = runs.await(run);
            if (status.equals("FAILED_RETRYING")) {
                runs.cancel(export, run, 0);
            }
            return status;
        }

        /** What was refused for a fault is tried again; and so is a run that found the circuit open. */
        private void runToTheEnd(ModelExport export) {
            String status = "FAILED_RETRYING";
            for (int attempts = 0; status.equals("FAILED_RETRYING") && attempts < 20; attempts++) {
                status = awaitAndGiveUp(export, runs.start(export, true, true));
            }
            story.append(" last:").append(status);
        }

        /** Whoever opted out of the address, wherever they are, and whatever became of the profile that it was exported for. */
        private void nobodyWhoOptedOutIsOn(ModelAccount account, String ledger) {
            Map<String, String> addresses = account.addresses();
            assertThat(runs.on(ledger)).as("opted out and still on").noneMatch(contact -> {
                String address = addresses.get(contact);
                return address != null && world.isOptedOut(address);
            });
        }

        private void settle() {
            listen();
            exports.forEach(this::runToTheEnd);
            exports.forEach(export -> nobodyWhoOptedOutIsOn(export.account(), export.id()));
            Stream.of(autopilot, ortto).forEach(account -> account.holds(at(account)));
            accounts().forEach(ModelAccount::wasToldOfNobodyWhoOptedOut);
            accounts().forEach(ModelAccount::wasNeverAskedTwiceAboutOneContactAtOnce);
            accounts().forEach(account -> account.sandbox.clearCounters());
            exports.forEach(export -> assertThat(run(export, true, Disturbance.NONE))
                    .isIn("SUCCESSFUL", "COMPLETED_WITH_WARNINGS", "SKIPPED"));
            accounts().forEach(account -> assertThat(account.sandbox.requests())
                    .as("requests of runs without changes")
                    .isEmpty());
        }

        /** Nobody looks at the other accounts any more. */
        private void end() {
            exports.forEach(export -> export.elsewhere().forEach(this::isRemoved));
            world.end();
        }

        private void isRemoved(ModelAccount account) {
            Api.as("destination-service")
                    .body(Map.of("exports", "DETACH", "by", Map.of("subject", "s", "name", "admin")))
                    .post("/internal/connections/" + account.connection + "/removed");
        }
    }

    /** What happens to a run in the midst of it. */
    private enum Disturbance {
        NONE,
        CANCELED,
        LEASE_LOST
    }
}
