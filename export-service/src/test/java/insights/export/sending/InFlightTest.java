package insights.export.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.sql.Sql;
import insights.common.testing.Patience;
import insights.export.destination.Flow;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.progress.Plan;
import insights.export.run.RunControl;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InFlightTest {

    private final AtomicInteger room = new AtomicInteger(4);
    private final FakeRun run = new FakeRun();
    private final SendingGate gate = new SendingGate(run);
    private final InFlight inFlight = new InFlight(run, gate, room::get);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void usesTheRoomThatThereIsAndNoMore() {
        CountDownLatch full = new CountDownLatch(4);
        inFlight.begin(List.of("alone"), this::work);
        for (int i = 0; i < 40; i++) {
            inFlight.begin(List.of("c" + i), () -> {
                full.countDown();
                // Nobody goes on before there are four.
                await(full);
                work();
            });
        }
        inFlight.awaitAll();
        assertThat(most).hasValueBetween(2, 4);
        assertThat(run.started).hasValue(41);

        most.set(0);
        room.set(0);
        for (int i = 0; i < 5; i++) {
            inFlight.begin(List.of("c" + i), this::work);
        }
        inFlight.awaitAll();
        assertThat(most).as("one at least").hasValue(1);
    }

    @Test
    void theFirstOfAPhaseGoesAlone() {
        for (int phase = 0; phase < 3; phase++) {
            CountDownLatch first = new CountDownLatch(1);
            AtomicInteger begun = new AtomicInteger();
            AtomicInteger meanwhile = new AtomicInteger();
            Thread.startVirtualThread(() -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                meanwhile.set(begun.get());
                first.countDown();
            });
            for (int i = 0; i < 8; i++) {
                inFlight.begin(List.of("c" + i), () -> {
                    begun.incrementAndGet();
                    await(first);
                });
            }
            inFlight.awaitAll();
            assertThat(begun).hasValue(8);
            assertThat(meanwhile).hasValueLessThanOrEqualTo(1);
        }
    }

    @Test
    void beginsInOrderAndHasAllDoneAtTheEnd() {
        List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
        room.set(1);
        IntStream.range(0, 50).forEach(i -> inFlight.begin(List.of("c" + i), () -> begun.add(i)));
        inFlight.awaitAll();
        assertThat(begun)
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void neverWorksOnOneContactTwiceAtOnce() {
        Random random = new Random(7);
        room.set(16);
        List<AtomicInteger> contacts =
                IntStream.range(0, 20).mapToObj(i -> new AtomicInteger()).toList();
        List<String> twice = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 500; i++) {
            List<Integer> about = random.ints(1 + random.nextInt(3), 0, contacts.size())
                    .distinct()
                    .boxed()
                    .toList();
            inFlight.begin(about.stream().map(Object::toString).toList(), () -> {
                about.forEach(contact -> {
                    if (contacts.get(contact).incrementAndGet() > 1) {
                        twice.add("contact " + contact);
                    }
                });
                work();
                about.forEach(contact -> contacts.get(contact).decrementAndGet());
            });
        }
        inFlight.awaitAll();
        assertThat(twice).isEmpty();
        assertThat(most).as("others meanwhile").hasValueGreaterThan(1);
    }

    @Test
    void whatFailsFirstEndsAllAndIsToldWhenNothingIsInFlightAnyMore() {
        IllegalStateException first = new IllegalStateException("first");
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        inFlight.begin(List.of("alone"), () -> {});
        inFlight.begin(List.of("a"), () -> {
            await(failed);
            Patience.await().until(() -> !gate.isOpen());
            work();
            done.incrementAndGet();
        });
        assertThatThrownBy(() -> {
                    inFlight.begin(List.of("b"), () -> {
                        failed.countDown();
                        throw first;
                    });
                    while (true) {
                        inFlight.begin(List.of("c"), () -> {});
                    }
                })
                .isSameAs(first);
        assertThat(done).as("what was in flight came to its end").hasValue(1);
        int started = run.started.get();
        assertThatThrownBy(() -> inFlight.begin(List.of("d"), () -> {})).isSameAs(first);
        assertThat(run.started).as("nothing more begins").hasValue(started);
        assertThatThrownBy(gate::check).as("nor is anything asked").isNotNull();
        assertThat(inFlight.end(new IllegalStateException("later"))).isSameAs(first);
    }

    @Test
    void aStopIsNoticedWhileNothingIsAnsweredAndNotWaitedOutForLong() {
        CountDownLatch never = new CountDownLatch(1);
        inFlight.begin(List.of("a"), () -> await(never));
        StopRunException stop = new StopRunException(StopReason.STOPPED, "Somebody ended the run.");
        run.stop = stop;
        long begin = System.nanoTime();
        assertThatThrownBy(inFlight::awaitAll).isSameAs(stop);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        never.countDown();
    }

    @Test
    void aReplicaThatShutsDownWaitsForAnswers() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        inFlight.begin(List.of("a"), () -> await(answer));
        StopRunException stop = new StopRunException(StopReason.HANDED_OVER, "This replica is shutting down.");
        CompletableFuture<RuntimeException> ended = CompletableFuture.supplyAsync(() -> inFlight.end(stop));
        ended.completeOnTimeout(null, 4, TimeUnit.SECONDS);
        assertThat(ended.get()).as("in four seconds").isNull();
        answer.countDown();
        assertThat(inFlight.end(stop)).isSameAs(stop);
    }

    private void work() {
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        working.decrementAndGet();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class FakeRun implements RunControl {

        private final AtomicInteger started = new AtomicInteger();
        private volatile RuntimeException stop;

        @Override
        public void start(Runnable work) {
            started.incrementAndGet();
            Thread.startVirtualThread(work);
        }

        @Override
        public void check() {
            if (stop != null) {
                throw stop;
            }
        }

        @Override
        public UUID id() {
            return new UUID(0, 1);
        }

        @Override
        public boolean removalsConfirmed() {
            return false;
        }

        @Override
        public boolean growthConfirmed() {
            return false;
        }

        @Override
        public boolean emptyingConfirmed() {
            return false;
        }

        @Override
        public void flows(Flow flow) {}

        @Override
        public void phase(Phase phase, long total) {}

        @Override
        public void compared(Found found, Plan plan) {}

        @Override
        public void commit(Counts counts, Change change) {}

        @Override
        public void commit(Counts counts, Sql change) {}

        @Override
        public void requested() {}
    }
}
