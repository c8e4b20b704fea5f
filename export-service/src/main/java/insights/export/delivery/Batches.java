package insights.export.delivery;

import java.util.List;
import java.util.stream.IntStream;

/** A list in pieces of the size that one request takes. */
final class Batches {

    private Batches() {}

    static <T> List<List<T>> of(List<T> all, int size) {
        return IntStream.range(0, Math.ceilDiv(all.size(), size))
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }
}
