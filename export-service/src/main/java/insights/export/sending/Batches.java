package insights.export.sending;

import java.util.List;
import java.util.stream.IntStream;

/** A list in pieces of the size that one request takes. */
public final class Batches {

    private Batches() {}

    public static <T> List<List<T>> of(List<T> all, int size) {
        return IntStream.range(0, Math.ceilDiv(all.size(), size))
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }
}
