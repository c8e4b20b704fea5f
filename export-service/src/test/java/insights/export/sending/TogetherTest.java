package insights.export.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.testing.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TogetherTest {

    private static final int MOST = 3;

    private final List<List<Integer>> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsWriting = new CountDownLatch(1);
    private final CountDownLatch othersWait = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Object> ends = new ConcurrentLinkedQueue<>();
    private Consumer<List<Integer>> whenWriting = values -> {};
    private final Together<Integer> together = new Together<>(MOST, values -> {
        await(values.contains(0));
        whenWriting.accept(values);
        written.add(values);
    });

    @Test
    void whatComesMeanwhileIsWrittenInOneAndNoMoreThanThatAtOnce() throws InterruptedException {
        everybodyWhileTheFirstIsWritten(7);
        assertThat(written).extracting(List::size).containsExactly(1, MOST, MOST, 1);
        assertThat(written.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void whoReturnsHasItsOwnWritten() throws InterruptedException {
        List<Thread> threads = IntStream.range(1, 200)
                .mapToObj(value -> Thread.startVirtualThread(() -> {
                    together.write(value);
                    ends.add(writtenSoFar().contains(value));
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ends).hasSize(199).containsOnly(true);
    }

    @Test
    void whatFailsIsToldToAllWhoseItWasAndToNobodyElse() throws InterruptedException {
        IllegalStateException failure = new IllegalStateException("no");
        List<Integer> failed = new ArrayList<>();
        whenWriting = values -> {
            if (values.size() == MOST && failed.isEmpty()) {
                failed.addAll(values);
                throw failure;
            }
        };
        everybodyWhileTheFirstIsWritten(6);
        assertThat(ends.stream().filter(end -> end == failure)).hasSize(MOST);
        assertThat(ends.stream().filter(Integer.class::isInstance))
                .containsExactlyInAnyOrderElementsOf(writtenSoFar())
                .doesNotContainAnyElementsOf(failed);
    }

    @Test
    void anErrorIsAFailureToo() {
        whenWriting = values -> {
            throw new StackOverflowError();
        };
        assertThatThrownBy(() -> together.write(1)).hasCauseInstanceOf(StackOverflowError.class);
    }

    /** Number 0 is written until so many others wait. */
    private void everybodyWhileTheFirstIsWritten(int others) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.startVirtualThread(() -> write(0)));
        firstIsWriting.await();
        for (int i = 1; i <= others; i++) {
            int value = i;
            threads.add(Thread.ofPlatform().start(() -> write(value)));
        }
        Patience.await()
                .until(() -> threads.stream().skip(1).allMatch(thread -> thread.getState() == Thread.State.WAITING));
        othersWait.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write(int value) {
        try {
            together.write(value);
            ends.add(value);
        } catch (RuntimeException e) {
            ends.add(e);
        }
    }

    private List<Integer> writtenSoFar() {
        return written.stream().flatMap(List::stream).toList();
    }

    private void await(boolean first) {
        if (first) {
            firstIsWriting.countDown();
            try {
                othersWait.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
