package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Histories of a few people each: files with and without the columns, that add or replace, with lines that are rejected, ids
 * and addresses that change and that hold what cannot be seen, files that come a second time, erasures, and what
 * administrators enter. After each step the stream of members says exactly of those that they opted out whom
 * {@link OptOutModel} says it of. Many histories go side by side, so that they cost one import.
 */
final class OptOutHistories {

    /** Those that go side by side. */
    private static final int TOGETHER = 250;

    private static final int STEPS = 12;
    private static final long SEED = 20_261_126;

    private final Map<List<RandomFile.Line>, Integer> firstImports = new HashMap<>();
    private final List<RandomFile> files = new ArrayList<>();

    private final String everybody;

    OptOutHistories() {
        imported("profileId,om_mail,om_out,om_mark\nom-0,om@example.com,false,m\n", "optOut=om_out", "email=om_mail");
        everybody = segment("Opt-out model " + System.nanoTime(), "{\"field\":\"om_mark\",\"op\":\"exists\"}");
    }

    /**
     * Plays so many histories.
     *
     * @param first the number of the first round, by which its people are told from those of others
     * @throws AssertionError when the service says otherwise than the model
     */
    void play(int histories, int first) {
        for (int round = 0; round * TOGETHER < histories; round++) {
            play(first + round);
        }
    }

    private void play(int round) {
        Random random = new Random(SEED + round);
        // Its people have ids and addresses of their own.
        String prefix = "r" + round + "-";
        List<OptOutModel> models =
                IntStream.range(0, TOGETHER).mapToObj(i -> new OptOutModel()).toList();
        files.clear();
        firstImports.clear();
        for (int step = 0; step < STEPS; step++) {
            String what = act(random, step, models, prefix);
            refreshed();
            check(models, prefix, "seed %d, step %d: %s".formatted(SEED + round, step, what));
        }
    }

    private String act(Random random, int step, List<OptOutModel> models, String prefix) {
        int choice = step == 0 ? 0 : random.nextInt(10);
        if (choice < 6 || files.isEmpty()) {
            RandomFile file = RandomFile.of(random, models.size(), step);
            files.add(file);
            return load(file, step, models, prefix);
        }
        if (choice < 7) {
            RandomFile file = files.get(random.nextInt(files.size()));
            return "again " + load(random.nextBoolean() ? file : file.savedAgain(), step, models, prefix);
        }
        if (choice < 8) {
            for (int history = 0; history < models.size(); history++) {
                if (random.nextInt(3) == 0) {
                    String id = pick(random, history);
                    as("admin").delete("/profiles/" + prefix + id).then().statusCode(204);
                    models.get(history).erased(id);
                }
            }
            return "erasures";
        }
        for (int history = 0; history < models.size(); history++) {
            if (random.nextInt(3) == 0) {
                String id = pick(random, history);
                boolean out = random.nextBoolean();
                as("admin")
                        .contentType("application/json")
                        .body(Map.of("optedOut", out, "reason", "model"))
                        .put("/profiles/" + prefix + id + "/opt-out")
                        .then()
                        .statusCode(200);
                models.get(history).entered(id, out);
            }
        }
        return "an administrator's entries";
    }

    private String load(RandomFile file, int step, List<OptOutModel> models, String prefix) {
        RequestSpecification request = as("platform")
                .contentType(file.ndjson() ? "application/x-ndjson" : "text/csv; charset=utf-8")
                .queryParam("mode", file.replaces() ? "replace" : "upsert")
                .queryParam(
                        "confirm",
                        "REMOVES_PROFILES",
                        "REMOVES_ADDRESSES",
                        "EXCHANGES_ADDRESSES",
                        "EMPTIES_FIELDS",
                        "ENDS_OPT_OUTS")
                .queryParam("widen", file.widens())
                .body(file.text()
                        .replace("om-", prefix + "om-")
                        .replace("@", "." + prefix + "x@")
                        .getBytes(StandardCharsets.UTF_8));
        finished("platform", request.post("/profile-imports")).body("status", equalTo("SUCCESSFUL"));
        int first = firstImports.computeIfAbsent(file.lines(), unused -> step);
        for (int history = 0; history < models.size(); history++) {
            models.get(history).imported(file.of(history), step, first);
        }
        return "ndjson %b, replaces %b, addresses %b, opt-outs %b"
                .formatted(file.ndjson(), file.replaces(), file.hasAddress(), file.hasOptOut());
    }

    private static String pick(Random random, int history) {
        List<String> ids = RandomFile.ids(history);
        return ids.get(random.nextInt(ids.size()));
    }

    private void check(List<OptOutModel> models, String prefix, String when) {
        Map<String, Boolean> said = new HashMap<>();
        lines(members(everybody, "", ""))
                .forEach(line -> said.put((String) line.get("profileId"), (Boolean) line.get("optedOut")));
        Map<String, Boolean> expected = new HashMap<>();
        models.forEach(model -> model.members().forEach((id, out) -> expected.put(prefix + id, out)));
        said.keySet().removeIf(id -> !id.startsWith(prefix) || id.contains("-all-"));
        Set<String> ids = new TreeSet<>(expected.keySet());
        ids.addAll(said.keySet());
        assertThat(ids.stream()
                        .filter(id -> !Objects.equals(expected.get(id), said.get(id)))
                        .map(id -> "%s: expected %s, was %s".formatted(id, expected.get(id), said.get(id))))
                .as(when)
                .isEmpty();
        checkLookUp(models, prefix, when);
    }

    private static void checkLookUp(List<OptOutModel> models, String prefix, String when) {
        List<String> asked = new ArrayList<>();
        Set<String> expected = new HashSet<>();
        for (int history = 0; history < models.size(); history++) {
            for (String id : RandomFile.ids(history)) {
                asked.add(prefix + id);
                if (models.get(history).isToBeTakenOff(id)) {
                    expected.add(prefix + id);
                }
            }
        }
        List<String> found = as("export-service")
                .contentType("application/json")
                .body(Map.of("profileIds", asked))
                .post("/internal/profiles/opt-outs")
                .then()
                .statusCode(200)
                .extract()
                .path("optedOut");
        assertThat(found).as(when).containsExactlyInAnyOrderElementsOf(expected);
    }
}
