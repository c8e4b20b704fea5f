package insights.platform.soak;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.MainJob;
import insights.platform.http.Answer;
import insights.platform.services.Service;
import insights.platform.soak.Report.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Who does what on the platform, all at once. Each act is whole: whoever rests has come to the end of something. */
final class Play {

    private static final Set<String> GOING_ON = Set.of("QUEUED", "RUNNING", "PROCESSING", "FAILED_RETRYING");
    private static final Set<String> DELIVERED = Set.of("SUCCESSFUL", "COMPLETED_WITH_WARNINGS");
    private static final Map<String, Boolean> CONFIRMED = Map.of("confirmRemovals", true, "confirmGrowth", true);
    private static final String CONFIRMED_FILE =
            "/profile-imports?optOut=out&email=email&confirm=REMOVES_PROFILES&confirm=REMOVES_ADDRESSES&confirm=EXCHANGES_ADDRESSES&confirm=EMPTIES_FIELDS";
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();
    private static final long POLL = Duration.ofMillis(200).toNanos();
    private static final int NAME_TAKEN = 409;
    private static final int SHORTEST_LIFE_SECONDS = 15;
    private static final int LONGEST_LIFE_SECONDS = 40;

    private final Stage stage;
    private final Report report;
    private final People people;
    private final Random random;
    private final Asking admin;
    private final Asking contributor;
    private final List<String> exports = new ArrayList<>();
    private final String listAccount;
    private final String fieldAccount;
    private final String passingAccount;
    private String passing;
    private String gold;
    private String silver;

    Play(Stage stage, People people, Random random) {
        this.stage = stage;
        this.report = stage.report();
        this.people = people;
        this.random = random;
        this.admin = stage.as("admin");
        this.contributor = stage.as("contributor");
        this.listAccount = stage.newAccount();
        this.fieldAccount = stage.newAccount();
        this.passingAccount = stage.newAccount();
    }

    /** Makes all that is there from the beginning. */
    void begin() {
        load(people.everybody());
        gold = segment("gold", Map.of("field", "tier", "op", "eq", "value", "gold"));
        silver = segment("silver", Map.of("field", "silver", "op", "eq", "value", true));
        refresh();
        exports.add(export("lists", connect("lists", listAccount), "LIST", List.of(gold, silver)));
        exports.add(export("fields", connect("fields", fieldAccount), "FIELD", List.of(gold)));
        passing = connect("passing", passingAccount);
    }

    /** Lets everybody act for so long, and returns when all have come to the end of what they began. */
    void perform(Duration length, Service spared) {
        long end = System.nanoTime() + length.toNanos();
        List<Runnable> roles = new ArrayList<>(List.of(
                () -> load(people.some()),
                this::refresh,
                () -> run(exports.get(0), true),
                () -> run(exports.get(1), true),
                this::passBy,
                this::look,
                this::preview));
        List<Thread> threads = new ArrayList<>();
        roles.forEach(role -> threads.add(Thread.startVirtualThread(() -> repeat(role, end))));
        List<Mortal> mortals = Mortal.all(stage.platform(), spared);
        threads.add(Thread.startVirtualThread(() -> repeat(() -> kill(mortals, end), end)));
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void repeat(Runnable role, long end) {
        try {
            while (System.nanoTime() < end) {
                role.run();
            }
        } catch (RuntimeException | AssertionError e) {
            report.wrong(e.toString());
        }
    }

    /** Delivers what there is, without anybody else. */
    void rest() {
        refresh();
        for (String export : exports) {
            String status = "";
            for (long end = System.nanoTime() + PATIENCE; !DELIVERED.contains(status); ) {
                status = run(export, false);
                if (System.nanoTime() > end) {
                    report.wrong("At rest a run does not come to its end, but is " + status);
                    return;
                }
            }
        }
    }

    void compare() {
        Account lists = Account.read(stage.control(), listAccount);
        compare("list gold", people.audience(true), lists.audience("gold"), lists);
        compare("list silver", people.audience(false), lists.audience("silver"), lists);
        Account fields = Account.read(stage.control(), fieldAccount);
        compare("field gold", people.audience(true), fields.audience("gold"), fields);
        Account gone = Account.read(stage.control(), passingAccount);
        if (!gone.audience("silver").isEmpty()) {
            report.wrong("%d are left of exports that were removed and taken off"
                    .formatted(gone.audience("silver").size()));
        }
        report.add(What.COMPARISONS);
    }

    private void compare(String what, Set<String> expected, Set<String> there, Account account) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(there);
        Set<String> extra = new TreeSet<>(there);
        extra.removeAll(expected);
        List<String> otherwise = there.stream()
                .filter(expected::contains)
                .filter(address -> !people.city(address).equals(account.city(address)))
                .toList();
        if (expected.isEmpty() || !missing.isEmpty() || !extra.isEmpty() || !otherwise.isEmpty()) {
            report.wrong("%s: of %d, missing %s, extra %s, in another city %s"
                    .formatted(what, expected.size(), missing, extra, otherwise));
        }
    }

    private void load(People.File file) {
        String csv = file.csv();
        while (true) {
            Answer begun = admin.answer(api -> api.post(CONFIRMED_FILE, "text/csv", csv));
            if (begun.status() == 202 && end(admin, begun).equals("SUCCESSFUL")) {
                file.isImported();
                report.add(What.IMPORTS);
                return;
            }
            if (begun.status() / 100 == 4 && begun.status() != 400 && begun.status() != 409) {
                throw new AssertionError(begun.toString());
            }
        }
    }

    private void refresh() {
        while (!end(contributor, contributor.answer(api -> api.post("/refreshes")))
                .equals("SUCCESSFUL")) {
            pause();
        }
        report.add(What.REFRESHES);
    }

    /** @return the status with which it ended */
    private String run(String export, boolean mayCancel) {
        Answer begun = contributor.answer(api -> api.post("/exports/" + export + "/runs", CONFIRMED));
        if (begun.status() != 202) {
            throw new AssertionError(begun.toString());
        }
        if (mayCancel && random.nextInt(5) == 0) {
            pause();
            String path = begun.location().getPath();
            if (contributor.answer(api -> api.post(path + "/cancel")).status() / 100 == 2) {
                report.add(What.CANCELS);
            }
        }
        String status = end(contributor, begun);
        report.add(What.RUNS);
        return status;
    }

    /** An export that comes, delivers, and goes with all that it put there. */
    private void passBy() {
        Map<String, Object> request = request("passing " + UUID.randomUUID(), passing, "LIST", List.of(silver));
        Answer made = contributor.answer(api -> api.post("/exports", request));
        if (made.status() == NAME_TAKEN) {
            // It was made, and whoever would have said so died.
            return;
        }
        String export = id(made);
        run(export, true);
        contributor.answer(api -> api.delete("/exports/" + export + "?takeOff=true"));
        until(contributor, "/exports/" + export, answer -> answer.status() == 404);
        report.add(What.REMOVALS);
    }

    private void look() {
        for (String path : List.of("/exports", "/segments", "/runs", "/profiles/fields", "/refreshes")) {
            contributor.once(api -> api.get(path + "?limit=50"));
        }
        admin.once(api -> api.get("/connections"));
        admin.once(api -> api.get("/profiles?limit=20"));
        report.add(What.LOOKS);
        pause();
    }

    private void preview() {
        contributor.once(api -> api.post("/exports/" + exports.getFirst() + "/preview"));
        report.add(What.PREVIEWS);
        pause();
    }

    private void kill(List<Mortal> mortals, long end) {
        long life = Duration.ofSeconds(random.nextInt(SHORTEST_LIFE_SECONDS, LONGEST_LIFE_SECONDS))
                .toNanos();
        LockSupport.parkNanos(Math.min(life, end - System.nanoTime()));
        if (System.nanoTime() < end) {
            mortals.get(random.nextInt(mortals.size())).die();
            report.add(What.DEATHS);
        }
    }

    private String segment(String name, Map<String, ?> rule) {
        return id(contributor.answer(api -> api.post("/segments", Map.of("displayName", name, "rule", rule))));
    }

    private String connect(String name, String apiKey) {
        return new MainJob(
                        stage.platform().api(stage.platform().signIn("admin")),
                        stage.platform().api(stage.platform().signIn("contributor")))
                .connect(name, apiKey, 1_000);
    }

    private String export(String name, String connection, String mode, List<String> segments) {
        return id(contributor.answer(api -> api.post("/exports", request(name, connection, mode, segments))));
    }

    private static Map<String, Object> request(String name, String connection, String mode, List<String> segments) {
        return Map.of(
                "displayName", name,
                "connectionId", connection,
                "segmentIds", segments,
                "audienceMode", mode,
                "optOutField", "out",
                "dataMatching",
                        List.of(
                                Map.of("target", "Email", "field", "email"),
                                // Not a name: Autopilot keeps the one that it has (autopilot-api.md, upsert).
                                Map.of("target", "MailingCity", "field", "city")),
                "schedule", Map.of("kind", "OFF"));
    }

    private static String id(Answer answer) {
        return answer.succeeded().json().get("id").textValue();
    }

    private static String end(Asking asking, Answer begun) {
        Answer end = until(
                asking,
                begun.location().getPath(),
                answer -> answer.status() != 200
                        || !GOING_ON.contains(answer.json().get("status").textValue()));
        JsonNode json = end.json();
        return json.path("status").asText();
    }

    private static Answer until(Asking asking, String path, Predicate<Answer> condition) {
        long end = System.nanoTime() + PATIENCE;
        Answer answer = asking.answer(api -> api.get(path));
        while (!condition.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It does not end: " + answer);
            }
            LockSupport.parkNanos(POLL);
            answer = asking.answer(api -> api.get(path));
        }
        return answer;
    }

    private void pause() {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(100, 1_500)).toNanos());
    }
}
