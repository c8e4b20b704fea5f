package insights.export.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a script would do: posts the contacts of a crowd to Autopilot, a hundred with each request, and nothing else. */
final class Loop {

    /** Contacts in one request. */
    static final int BATCH = 100;

    private final String api;
    private final String key;
    private final List<byte[]> batches;

    Loop(String api, String key, int contacts) {
        this.api = api;
        this.key = key;
        this.batches = IntStream.range(0, contacts / BATCH)
                .mapToObj(batch -> IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                        .mapToObj(Crowd::contact)
                        .collect(Collectors.joining(",", "{\"contacts\":[", "]}"))
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** @param answered is told the number of each batch after its answer. @return how many seconds it took */
    double run(int atOnce, IntConsumer answered) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<Future<?>> loops = IntStream.range(0, atOnce)
                    .<Future<?>>mapToObj(any -> threads.submit(() -> {
                        for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
                            post(http, batches.get(i));
                            answered.accept(i);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> loop : loops) {
                loop.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void post(HttpClient http, byte[] batch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/contacts"))
                .header("autopilotapikey", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(batch))
                .build();
        if (http.send(request, BodyHandlers.ofString()).statusCode() != 200) {
            throw new IllegalStateException("the sandbox refused a batch");
        }
    }
}
