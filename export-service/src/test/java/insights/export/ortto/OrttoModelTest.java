package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.testing.Api;
import insights.export.testing.OrttoSandbox;
import insights.export.testing.Sandbox;
import insights.export.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random histories of people, exports, faults and lost leases at Ortto, against the plainest reference, as
 * {@code DeliveryModelTest} plays them at Autopilot. {@code -Dinsights.model.ortto=500} plays more of them.
 */
@QuarkusTest
class OrttoModelTest {

    private static final int SEQUENCES = Integer.getInteger("insights.model.ortto", 25);

    /** Where sources disagree, of what a client can meet. */
    private static final List<String> QUIRKS = List.of(
            "unknownPersonIdCreates", "duplicateFieldConflicts", "ownPrefixes", "plainRateLimit", "overPlanInline");

    @Inject
    Database database;

    @TestFactory
    Stream<DynamicTest> orttoEndsUpAsTheSegmentsSayWhateverHappensOnTheWay() {
        return IntStream.range(0, SEQUENCES)
                .mapToObj(seed -> DynamicTest.dynamicTest("sequence " + seed, () -> new Sequence(seed).play()));
    }

    private final class Sequence {

        private final Random random;
        private final World world;
        private final OrttoSandbox ortto = new OrttoSandbox();
        private final UUID connection = ortto.connect(10_000);
        private final Map<String, List<UUID>> exports = new TreeMap<>();
        private final Map<String, Integer> optedOutSince = new HashMap<>();
        private final Set<String> foreign = new TreeSet<>();
        private final String suppressed;
        private final String foreignTag;
        private boolean unanswered;

        Sequence(int seed) {
            random = new Random(seed);
            world = new World(random);
            foreignTag = random.nextBoolean() ? "alpha" : "Theirs";
            suppressed = world.anyAddress();
        }

        void play() {
            try {
                prepare();
                for (int step = random.nextInt(3); step >= 0; step--) {
                    happen();
                }
                settle();
            } finally {
                world.end();
            }
        }

        private void prepare() {
            Map<String, Boolean> quirks = new HashMap<>();
            QUIRKS.forEach(quirk -> quirks.put(quirk, random.nextBoolean()));
            ortto.account().configure(Map.of("quirks", quirks, "logged", true));
            foreign.add("other@example.net");
            foreign.add(world.anyAddress());
            foreign.forEach(email -> ortto.asSomebodyElse(
                    "/person/merge",
                    Map.of(
                            "people",
                            List.of(Map.of(
                                    "fields",
                                    Map.of("str::email", email, "bol::p", false),
                                    "tags",
                                    List.of(foreignTag))))));
            ortto.suppress(suppressed);
            for (int i = random.nextInt(2); i >= 0; i--) {
                List<UUID> segments = world.someSegments();
                Map<String, Object> request = Api.request(connection, segments.toArray(UUID[]::new));
                request.put("dataMatching", new OrttoStandIn().dataMatching());
                exports.put(Api.create(request), segments);
            }
        }

        private void happen() {
            ortto.account().clearFaults();
            world.change();
            listen();
            for (int i = random.nextInt(3); i > 0; i--) {
                fault();
            }
            if (random.nextInt(3) == 0) {
                ortto.account().fault(Map.of("effect", "LATE", "delayMillis", 5 + random.nextInt(60)));
            }
            List<String> ids = List.copyOf(exports.keySet());
            String export = ids.get(random.nextInt(ids.size()));
            String run = start(export, false);
            if (random.nextInt(5) == 0) {
                database.transaction(transaction -> Database.update(transaction, Sql.of("""
                        update run set epoch = epoch + 1, lease_until = clock_timestamp() - interval '500 milliseconds'
                        where id = ?::uuid and status = 'PROCESSING'""", run)));
            }
            end(export, run);
        }

        private void fault() {
            Map<String, Object> fault = new HashMap<>(
                    switch (random.nextInt(6)) {
                        case 0 -> Map.of("effect", "STATUS", "status", 429, "retryAfterSeconds", 1, "next", 1);
                        case 1 -> Map.of("effect", "STATUS", "status", 503, "next", 1 + random.nextInt(3));
                        case 2 ->
                            Map.of("effect", "CLOSE", "applied", random.nextBoolean(), "next", 1 + random.nextInt(2));
                        case 3 -> Map.of("effect", "TRUNCATED", "next", 1);
                        case 4 -> Map.of("effect", "NOT_JSON", "next", 1);
                        default -> Map.of("effect", "REFUSE_EMAIL", "email", world.anyAddress());
                    });
            if (!fault.get("effect").equals("REFUSE_EMAIL")) {
                fault.put("skip", random.nextInt(6));
            }
            unanswered |= Set.of("CLOSE", "TRUNCATED", "NOT_JSON").contains(fault.get("effect"));
            ortto.account().fault(fault);
        }

        private void settle() {
            ortto.account().clearFaults();
            listen();
            exports.keySet().forEach(export -> {
                String status = "FAILED_RETRYING";
                for (int attempts = 0; status.equals("FAILED_RETRYING") && attempts < 20; attempts++) {
                    status = end(export, start(export, true));
                }
            });
            compare();
            nobodyWhoOptedOutWasNamed();
            ortto.account().clearCounters();
            exports.keySet().forEach(export -> end(export, start(export, false)));
            assertThat(ortto.account().requests())
                    .as("requests of runs without changes")
                    .isEmpty();
        }

        private void compare() {
            Map<String, Set<String>> tags = new TreeMap<>();
            ortto.people().forEach((email, person) -> ((List<?>) person.get("tags"))
                    .forEach(tag -> tags.computeIfAbsent((String) tag, name -> new TreeSet<>())
                            .add(email.toLowerCase(Locale.ROOT))));
            assertThat(tags.remove(foreignTag)).isEqualTo(foreign);
            Map<String, Set<String>> expected = new TreeMap<>();
            exports.forEach((export, segments) -> world.desired(segments).forEach((email, people) -> {
                if (!email.equals(suppressed) || foreign.contains(email)) {
                    people.stream()
                            .flatMap(person -> person.in().stream())
                            .filter(segments::contains)
                            .forEach(segment -> expected.computeIfAbsent(tag(export, segment), name -> new TreeSet<>())
                                    .add(email));
                }
            }));
            if (unanswered) {
                // Whom a request without an answer made nobody can find any more who has another address now (decision
                // 10).
                tags.values().forEach(emails -> emails.removeIf(email -> !world.isAddressOfSomebody(email)));
            }
            tags.values().removeIf(Set::isEmpty);
            assertThat(tags).isEqualTo(expected);
            foreign.forEach(email -> assertThat(ortto.field(email, "bol::p"))
                    .as("whether %s wants mail", email)
                    .isEqualTo(false));
        }

        private void listen() {
            int now = ortto.account().log().size();
            world.optedOutAddresses().forEach(address -> optedOutSince.putIfAbsent(address, now));
        }

        private void nobodyWhoOptedOutWasNamed() {
            List<Sandbox.Request> log = ortto.account().log();
            for (int i = 0; i < log.size(); i++) {
                int at = i;
                List<Map<String, Object>> people = log.get(i).path().endsWith("/person/merge")
                        ? JsonPath.from(log.get(i).body()).getList("people")
                        : List.of();
                List<String> named = new ArrayList<>();
                people.stream()
                        .filter(person -> person.containsKey("tags"))
                        .map(person -> ((Map<?, ?>) person.get("fields")).get("str::email"))
                        .forEach(email -> named.add(((String) email).toLowerCase(Locale.ROOT)));
                assertThat(named).noneMatch(address -> optedOutSince.getOrDefault(address, Integer.MAX_VALUE) <= at);
            }
        }

        private String tag(String export, UUID segment) {
            Sql sql = Sql.of(
                    "select flag from audience_flag where export_id = ?::uuid and segment_id = ?", export, segment);
            return database.transaction(transaction -> Database.first(transaction, sql, row -> row.getString(1)))
                    .orElse("none for " + segment);
        }

        private String start(String export, boolean retryRejected) {
            return Api.as("contributor")
                    .body(Map.of("confirmRemovals", true, "confirmGrowth", true, "retryRejected", retryRejected))
                    .post("/exports/" + export + "/runs")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
        }

        private String end(String export, String run) {
            String status = Api.until(
                            export, run, now -> !Set.of("QUEUED", "PROCESSING").contains(now))
                    .getString("status");
            if (status.equals("FAILED_RETRYING")) {
                Api.as("contributor").post("/exports/" + export + "/runs/" + run + "/cancel");
            }
            return status;
        }
    }
}
