package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.start.ErasureRuns;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import insights.export.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random histories of people, exports, faults and lost leases; of people who share addresses, exchange them and opt out; with
 * guards that hold back the rest. However they went, after a last run without faults Autopilot holds what the plainest
 * reference says, nothing else was touched, and a further run makes no request. By the log of requests nobody who opted
 * out was ever named but to be taken off; and after a run that nothing disturbed nobody of them is on by its doing.
 *
 * <p>{@code -Dinsights.model.sequences=5000} tries more of them, {@code -Dinsights.model.first=17} begins with a certain
 * one.
 */
@QuarkusTest
@TestProfile(DeliveryModelTest.EasilyAlarmed.class)
class DeliveryModelTest {

    /** Guards that a handful of people set off, who are enough to ride along too. */
    public static final class EasilyAlarmed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "insights.delivery.guarded-audience",
                    "2",
                    "insights.delivery.guarded-growth",
                    "3",
                    "insights.delivery.riders",
                    "1");
        }
    }

    private static final int SEQUENCES = Integer.getInteger("insights.model.sequences", 200);
    private static final int FIRST = Integer.getInteger("insights.model.first", 0);
    private static final int AT_ONCE = 4;

    private ModelRuns runs;

    @Inject
    Database database;

    @Inject
    ErasureRuns formerRuns;

    @Test
    void autopilotEndsUpAsTheSegmentsSayWhateverHappensOnTheWay() throws Exception {
        runs = new ModelRuns(database);
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
    }

    private final class Sequence {

        private final int seed;
        private final Random random;
        private final World world;
        private final Sandbox autopilot = new Sandbox();
        private final UUID connection;
        private final ModelMoves moves;
        private final List<Wish> wishes = new ArrayList<>();
        private String foreignList;
        private boolean ownListIsTheirs;
        private boolean unanswered;
        private final Set<String> foreign = new TreeSet<>();
        private final Map<String, Integer> optedOutSince = new HashMap<>();
        private final StringBuilder story = new StringBuilder();

        Sequence(int seed) {
            this.seed = seed;
            random = new Random(seed);
            world = new World(random);
            connection = Neighbours.get().connection(autopilot, 10_000);
            moves = new ModelMoves(runs, formerRuns, connection);
        }

        /** An export as it stands. */
        private final class Wish {
            private final String id;
            private List<UUID> segments = world.someSegments();
            private boolean byField = random.nextBoolean();
            private boolean named = true;

            Wish() {
                id = Api.as("contributor")
                        .body(definition())
                        .post("/exports")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
            }

            private Map<String, Object> definition() {
                Map<String, Object> request = Api.request(connection, segments.toArray(UUID[]::new));
                request.put("audienceMode", byField ? "FIELD" : "LIST");
                request.put("optOutField", "opted_out");
                if (!named) {
                    request.put("dataMatching", List.of(Map.of("target", "Email", "field", "email")));
                }
                return request;
            }

            void edit() {
                segments = random.nextBoolean() ? world.someSegments() : segments;
                byField = random.nextInt(3) == 0 ? !byField : byField;
                named = wishes.size() > 1 || random.nextInt(4) > 0;
                Map<String, Object> patch = definition();
                patch.remove("connectionId");
                Api.as("contributor")
                        .header("If-Match", "*")
                        .body(patch)
                        .patch("/exports/" + id)
                        .then()
                        .statusCode(200);
            }
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
                moves.end();
                world.end();
            }
        }

        private void prepare() {
            Map<String, Boolean> quirks = new HashMap<>(Map.of("namesOverwritten", true));
            for (String quirk : List.of(
                    "badEmailRefusesBatch",
                    "emailMapAsSent",
                    "deleteAnswers200",
                    "sameListNameAllowed",
                    "listInBulk",
                    "listInBulkSometimes",
                    "errorAsCode")) {
                quirks.put(quirk, random.nextBoolean());
            }
            autopilot.configure(Map.of("quirks", quirks, "logged", true));
            ownListIsTheirs = random.nextBoolean();
            foreignList = autopilot
                    .asSomebodyElse("POST", "/list", Map.of("name", ownListIsTheirs ? "Alpha" : "Theirs"))
                    .getString("list_id");
            for (String email : Set.of("other@example.net", world.anyAddress())) {
                autopilot.asSomebodyElse(
                        "POST",
                        "/contact",
                        Map.of("contact", Map.of("Email", email, "Company", "Theirs", "_autopilot_list", foreignList)));
                foreign.add(email);
            }
            wishes.add(new Wish());
            if (random.nextInt(3) == 0) {
                wishes.add(new Wish());
            }
        }

        private void happen() {
            autopilot.clearFaults();
            world.change();
            listen();
            Wish wish = wishes.get(random.nextInt(wishes.size()));
            if (random.nextInt(5) == 0) {
                awayAndBack(wish);
            }
            if (random.nextInt(3) == 0) {
                wish.edit();
                story.append(" edit");
            }
            if (random.nextInt(4) == 0) {
                Neighbours.get().rename(world.segments.get(0), "Alpha " + random.nextInt(3));
                story.append(" rename");
            }
            // With the address alone there would be nothing to do about the person, and it would go unnoticed.
            if (random.nextInt(4) == 0 && wishes.stream().allMatch(every -> every.named)) {
                loseContact();
            }
            int faults = random.nextInt(3);
            for (int i = 0; i < faults; i++) {
                fault();
            }
            if (random.nextInt(3) == 0) {
                // After the others, which come first: whatever they do not hit is late, and several are in flight.
                autopilot.fault(Map.of("effect", "LATE", "delayMillis", 5 + random.nextInt(60)));
                story.append(" late");
            }
            boolean stolen = random.nextInt(5) == 0;
            String status = run(wish, random.nextInt(3) > 0, stolen);
            if (faults == 0 && !stolen && !status.equals("FAILED_RETRYING")) {
                nobodyWhoOptedOutIsOnByTheDoingOf(wish);
            }
        }

        /** The export moves to another account, things go on, and it comes back. Now and then it is looked at what it left. */
        private void awayAndBack(Wish wish) {
            story.append(" away");
            moves.away(wish.id);
            world.change();
            listen();
            run(wish, true, random.nextInt(5) == 0);
            wishes.stream()
                    .filter(other -> other != wish && random.nextBoolean())
                    .forEach(other -> {
                        other.edit();
                        run(other, true, false);
                    });
            moves.look(wish.id, random).ifPresent(this::nobodyWhoOptedOutIsOnByTheDoingOf);
            moves.back(wish.id);
            story.append(" back");
        }

        /** From here on nobody of them may be named. */
        private void listen() {
            int now = autopilot.log().size();
            world.optedOutAddresses().forEach(address -> optedOutSince.putIfAbsent(address, now));
        }

        /** Whoever opted out of the address, wherever they are, and whatever became of the profile that it was exported for. */
        private void nobodyWhoOptedOutIsOnByTheDoingOf(Wish wish) {
            nobodyWhoOptedOutIsOnByTheDoingOf(wish.id);
        }

        private void nobodyWhoOptedOutIsOnByTheDoingOf(String ledger) {
            Map<String, String> addresses = new HashMap<>();
            autopilot.contactIds().forEach((address, id) -> addresses.put(id, address));
            Sql sql = Sql.of(
                    "select profile_id, contact_id from ledger where export_id = ? and contact_id is not null"
                            + " and cardinality(memberships || joining || flags || flagging) > 0",
                    UUID.fromString(ledger));
            List<String> on = database.transaction(connection -> Database.list(connection, sql, row -> {
                String address = addresses.get(row.getString(2));
                return address != null && world.isOptedOut(address) ? row.getString(1) + " " + address : "";
            }));
            assertThat(on).as("opted out and still on").allMatch(String::isEmpty);
        }

        private void nobodyWhoOptedOutWasNamed() {
            List<Sandbox.Request> log = autopilot.log();
            Map<String, String> addresses = new HashMap<>();
            autopilot.contactIds().forEach((address, id) -> addresses.put(id, address));
            for (int i = 0; i < log.size(); i++) {
                Sandbox.Request request = log.get(i);
                int at = i;
                assertThat(request.named(addresses))
                        .as(request.method() + " " + request.path() + " " + request.body())
                        .noneMatch(address -> optedOutSince.getOrDefault(address, Integer.MAX_VALUE) <= at);
            }
        }

        /** Somebody deletes a contact at Autopilot. It is noticed when there is something to do about the person. */
        private void loseContact() {
            String email = world.anyAddress();
            if (autopilot.contacts().keySet().stream().anyMatch(email::equalsIgnoreCase)) {
                autopilot.deleteAsSomebodyElse("/contact/" + email);
                foreign.remove(email);
                world.rename(email);
                story.append(" lose ").append(email);
            }
        }

        private void fault() {
            Map<String, Object> fault = new HashMap<>(
                    switch (random.nextInt(7)) {
                        case 0 -> Map.of("effect", "STATUS", "status", 429, "next", 2);
                        case 1 -> Map.of("effect", "STATUS", "status", 503, "next", 1 + random.nextInt(8));
                        case 2 ->
                            Map.of("effect", "CLOSE", "applied", random.nextBoolean(), "next", 1 + random.nextInt(4));
                        case 3 -> Map.of("effect", "TRUNCATED", "next", 1);
                        case 4 -> Map.of("effect", "NOT_JSON", "next", 1);
                        case 5 -> Map.of("effect", "REFUSE_EMAIL", "email", world.anyAddress());
                        default ->
                            Map.of(
                                    "effect",
                                    "STATUS",
                                    "status",
                                    400,
                                    "path",
                                    "/list/{list}/contact/{contact}",
                                    "next",
                                    2);
                    });
            if (!fault.get("effect").equals("REFUSE_EMAIL")) {
                fault.put("skip", random.nextInt(12));
            }
            story.append(' ').append(fault);
            unanswered |= Set.of("CLOSE", "TRUNCATED", "NOT_JSON").contains(fault.get("effect"));
            autopilot.fault(fault);
        }

        private String run(Wish wish, boolean confirmed, boolean loseLease) {
            String run = Api.as("contributor")
                    .body(Map.of("confirmRemovals", confirmed, "confirmGrowth", confirmed))
                    .post("/exports/" + wish.id + "/runs")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            if (loseLease) {
                runs.loseLease(run, random.nextInt(80));
            }
            String status = runs.await(run);
            if (status.equals("FAILED_RETRYING")) {
                story.append(' ').append(Api.get(wish.id, run).getString("detail"));
                Api.as("contributor").post("/exports/" + wish.id + "/runs/" + run + "/cancel");
            }
            story.append(loseLease ? " stolen-run:" : " run:").append(status);
            return status;
        }

        private void settle() {
            autopilot.clearFaults();
            listen();
            wishes.forEach(this::runToTheEnd);
            wishes.forEach(this::nobodyWhoOptedOutIsOnByTheDoingOf);
            compare();
            nobodyWhoOptedOutWasNamed();
            autopilot.clearCounters();
            wishes.forEach(wish -> run(wish, true, false));
            assertThat(autopilot.requests())
                    .as("requests of a run without changes")
                    .isEmpty();
            wishes.forEach(wish -> {
                JsonPath runs = Api.as("viewer")
                        .get("/exports/" + wish.id + "/runs")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                assertThat(runs.getString("items[0].status")).isIn("SUCCESSFUL", "COMPLETED_WITH_WARNINGS", "SKIPPED");
            });
        }

        /** What was refused for a fault is tried again; and so is a run that found the circuit open. */
        private void runToTheEnd(Wish wish) {
            String status = "FAILED_RETRYING";
            for (int attempts = 0; status.equals("FAILED_RETRYING") && attempts < 20; attempts++) {
                String run = Api.as("contributor")
                        .body(Map.of("confirmRemovals", true, "confirmGrowth", true, "retryRejected", true))
                        .post("/exports/" + wish.id + "/runs")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
                status = runs.await(run);
                if (status.equals("FAILED_RETRYING")) {
                    Api.as("contributor").post("/exports/" + wish.id + "/runs/" + run + "/cancel");
                }
            }
            story.append(" last:").append(status);
        }

        private void compare() {
            Map<String, Map<String, Object>> contacts = new HashMap<>();
            autopilot.contacts().forEach((email, contact) -> contacts.put(email.toLowerCase(Locale.ROOT), contact));
            Map<String, Set<String>> lists = new HashMap<>();
            Map<String, Set<String>> fields = new HashMap<>();
            contacts.forEach((email, contact) -> {
                if (contact.get("lists") instanceof List<?> on) {
                    on.forEach(list -> lists.computeIfAbsent((String) list, id -> new TreeSet<>())
                            .add(email));
                }
                if (contact.get("custom_fields") instanceof List<?> custom) {
                    custom.stream()
                            .map(Map.class::cast)
                            .filter(field -> Boolean.TRUE.equals(field.get("value")))
                            .forEach(field -> fields.computeIfAbsent((String) field.get("kind"), id -> new TreeSet<>())
                                    .add(email));
                }
            });
            Map<String, Set<String>> expectedLists = new HashMap<>();
            Map<String, Set<String>> expectedFields = new HashMap<>();
            foreign.forEach(email -> expectedLists
                    .computeIfAbsent(foreignList, id -> new TreeSet<>())
                    .add(email));
            for (Wish wish : wishes) {
                Map<String, List<World.Person>> desired = world.desired(wish.segments);
                assertThat(contacts.keySet()).containsAll(desired.keySet());
                desired.forEach((email, people) -> {
                    if (wishes.size() == 1 && wish.named) {
                        assertThat(people).extracting(World.Person::name).contains((String)
                                contacts.get(email).get("FirstName"));
                    }
                    people.stream()
                            .flatMap(person -> person.in().stream())
                            .filter(wish.segments::contains)
                            .forEach(segment -> (wish.byField ? expectedFields : expectedLists)
                                    .computeIfAbsent(audience(wish, segment), id -> new TreeSet<>())
                                    .add(email));
                });
            }
            if (unanswered) {
                forgive(lists, expectedLists, fields);
            }
            assertThat(lists).as("lists").isEqualTo(expectedLists);
            assertThat(fields).as("fields").isEqualTo(expectedFields);
            foreign.forEach(email -> assertThat(contacts.get(email)).containsEntry("Company", "Theirs"));
            Set<String> known = new HashSet<>(foreign);
            IntStream.range(0, 8).forEach(i -> known.add("a" + i + "@example.com"));
            assertThat(known).containsAll(contacts.keySet());
        }

        /**
         * What nobody can know after a request without an answer. Whether it was this request that put somebody on a list who
         * is there (decision 3); and who it was that it made a contact of, once nobody has the address any more (decision 10).
         */
        private void forgive(
                Map<String, Set<String>> lists, Map<String, Set<String>> expected, Map<String, Set<String>> fields) {
            if (ownListIsTheirs && expected.containsKey(foreignList)) {
                Set<String> on = lists.getOrDefault(foreignList, Set.of());
                expected.get(foreignList)
                        .removeIf(email -> foreign.contains(email)
                                && !on.contains(email)
                                && wishes.stream().noneMatch(wish -> wants(wish, email)));
                expected.values().removeIf(Set::isEmpty);
            }
            lists.values()
                    .forEach(emails ->
                            emails.removeIf(email -> !foreign.contains(email) && !world.isAddressOfSomebody(email)));
            lists.values().removeIf(Set::isEmpty);
            fields.values().forEach(emails -> emails.removeIf(email -> !world.isAddressOfSomebody(email)));
            fields.values().removeIf(Set::isEmpty);
        }

        private boolean wants(Wish wish, String email) {
            UUID alpha = world.segments.get(0);
            List<World.Person> people = world.desired(wish.segments).getOrDefault(email, List.of());
            return !wish.byField
                    && wish.segments.contains(alpha)
                    && people.stream().anyMatch(person -> person.in().contains(alpha));
        }

        /** The list's id, or the field's name as Autopilot shows it. */
        private String audience(Wish wish, UUID segment) {
            String sql = wish.byField
                    ? "select replace(substr(flag, length('boolean--') + 1), '--', ' ') from audience_flag"
                    : "select list_id from audience_list";
            return database.transaction(connection -> Database.first(
                            connection,
                            Sql.of(sql + " where export_id = ? and segment_id = ?", UUID.fromString(wish.id), segment),
                            row -> row.getString(1)))
                    .orElse("none for " + segment);
        }
    }
}
