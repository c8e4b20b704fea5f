package insights.platform.optout;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.Answer;
import insights.platform.optout.Tally.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * One random sequence of steps on all customers, in which {@value #POPULATIONS} populations that have nothing to do with each
 * other each have a history of their own. After each run it is compared with the model.
 */
final class World {

    static final int POPULATIONS = 100;

    private static final int STEPS = 15;

    /** The last: everybody is opted out, and nobody was on; as after the others, whoever is not out must be there. */
    private static final Set<String> COMPLETED =
            Set.of("SUCCESSFUL ", "COMPLETED_WITH_WARNINGS ", "SKIPPED NO_EMAIL_ADDRESSES");

    private static final Set<String> STOPPED = Set.of("SKIPPED MASS_REMOVAL", "SKIPPED MASS_GROWTH");

    private final Installation installation;
    private final String name;
    private final long seed;
    private final Tally tally;
    private final Random random;
    private final Files files;
    private final List<OptOutModel> models =
            IntStream.range(0, POPULATIONS).mapToObj(i -> new OptOutModel()).toList();
    private final Map<CustomerFile, Integer> imported = new LinkedHashMap<>();

    /** When files came first, also those that were only asked about. */
    private final Map<CustomerFile, Integer> came = new HashMap<>();

    private final List<Export> exports = new ArrayList<>();
    private final Story story = new Story();
    private final Map<Export, Set<String>> before = new HashMap<>();
    private Set<String> optedOutBefore = Set.of();
    private boolean roleIsThere = true;

    /** @param name by which its people are told from those of all others */
    World(Installation installation, String name, long seed, Tally tally) {
        this.installation = installation;
        this.name = name;
        this.seed = seed;
        this.tally = tally;
        this.random = new Random(seed);
        this.files = new Files(name, POPULATIONS, random);
    }

    /** @throws Violation when a service does otherwise than the model */
    void play() {
        installation.signIn();
        send(files.first(), Installation.CONFIRMED, 0);
        exports.add(Export.create(installation, name, "LIST", List.of("gold", "silver")));
        exports.add(Export.create(installation, name, "FIELD", List.of("gold")));
        refresh();
        run(exports, true);
        for (int step = 1; step < STEPS; step++) {
            if (random.nextInt(8) == 0) {
                importDuringRuns(files.next(step), step);
                continue;
            }
            act(step);
            countChanges();
            if (random.nextInt(7) > 0) {
                refresh();
            }
            run(exports.stream().filter(export -> random.nextInt(5) > 0).toList(), random.nextInt(3) == 0);
        }
        refresh();
        run(exports, true);
        tally.add(What.ADDRESSES_OPTED_OUT_AT_THE_END, optedOut().size());
    }

    private void act(int step) {
        int dice = random.nextInt(100);
        if (dice < 64) {
            importSomething(files.next(step), step);
        } else if (dice < 71) {
            story.add("step %d, a file comes again:".formatted(step));
            tally.add(What.FILES_IMPORTED_AGAIN, 1);
            importSomething(List.copyOf(imported.keySet()).get(random.nextInt(imported.size())), step);
        } else if (dice < 78) {
            importSomething(files.next(step).cutOff(), step);
        } else if (dice < 85) {
            erase(step);
        } else if (dice < 94) {
            enter(step);
        } else {
            loseTheRole(step);
        }
    }

    private void importSomething(CustomerFile file, int step) {
        if (random.nextInt(12) == 0) {
            refuse(file, "&expectedLines=%d".formatted(file.lines().size() + 5), step);
        } else if (file.cut() && file.replaces()) {
            refuse(file, "", step);
        } else if (!send(file, "", step) && random.nextBoolean()) {
            send(file, Installation.CONFIRMED, step);
        }
    }

    /** @return whether it was imported; else a guard asked */
    private boolean send(CustomerFile file, String more, int step) {
        JsonNode end = installation.load(file.parameters() + more, file.contentType(), file.text());
        if (!end.path("questions").isEmpty() && more.isEmpty()) {
            story.add("step %d, stopped by a guard, and only opt-outs hold: ".formatted(step), file);
            tally.add(What.IMPORTS_STOPPED_BY_A_GUARD, 1);
            came.putIfAbsent(file, step);
            tell(file, (model, lines) -> model.heldBack(file, lines, step));
            return false;
        }
        if (!end.path("status").asText().equals("SUCCESSFUL")) {
            throw new IllegalStateException("seed %d, step %d: %s".formatted(seed, step, end));
        }
        story.add("step %d, imported: ".formatted(step), file);
        tally.add(What.IMPORTS, 1);
        imported.putIfAbsent(file, step);
        came.putIfAbsent(file, step);
        tell(file, (model, lines) -> model.imported(file, lines, step, came.get(file)));
        return true;
    }

    /** Tells each population's model of its lines of a file. */
    private void tell(CustomerFile file, BiConsumer<OptOutModel, List<Line>> told) {
        Map<Integer, List<Line>> lines = new HashMap<>();
        file.lines().forEach(line -> lines.computeIfAbsent(line.people(), unused -> new ArrayList<>())
                .add(line));
        for (int people = 0; people < POPULATIONS; people++) {
            told.accept(models.get(people), lines.getOrDefault(people, List.of()));
        }
    }

    private void refuse(CustomerFile file, String more, int step) {
        JsonNode answer =
                installation.load(file.parameters() + Installation.CONFIRMED + more, file.contentType(), file.text());
        if (answer.path("status").intValue() != 422) {
            throw new Violation(
                    "seed %d, step %d: a file that is not whole was not refused: %s".formatted(seed, step, answer));
        }
        story.add("step %d, refused because it is not whole: ".formatted(step), file);
        tally.add(What.FILES_REFUSED, 1);
    }

    private void erase(int step) {
        Map<Integer, String> who = some();
        who.forEach((people, id) -> {
            installation.admin().delete("/profiles/" + id).succeeded();
            models.get(people).erased(id);
        });
        installation.awaitErasures();
        story.add("step %d, people are erased".formatted(step), people -> named(who, people));
        tally.add(What.ERASURES, who.size());
    }

    private void enter(int step) {
        Map<Integer, String> who = some();
        Map<Integer, String> told = new HashMap<>();
        who.forEach((people, id) -> {
            boolean out = random.nextInt(3) > 0;
            installation
                    .admin()
                    .put("/profiles/" + id + "/opt-out", Map.of("optedOut", out, "reason", "by telephone"))
                    .succeeded();
            models.get(people).entered(id, out);
            told.put(people, id + (out ? " opts out" : " opts in"));
        });
        story.add("step %d, an administrator enters".formatted(step), people -> named(told, people));
    }

    private Map<Integer, String> some() {
        Map<Integer, String> some = new LinkedHashMap<>();
        for (int people = 0; people < POPULATIONS; people++) {
            if (random.nextInt(6) == 0) {
                some.put(people, files.id(people, random.nextInt(Files.IDS)));
            }
        }
        return some;
    }

    private static List<String> named(Map<Integer, String> who, int people) {
        return who.containsKey(people) ? List.of(who.get(people)) : List.of();
    }

    private void loseTheRole(int step) {
        story.add("step %d, the field of opt-outs has no role".formatted(step));
        role(null);
        run(exports, true);
        role("OPT_OUT");
        models.forEach(model -> model.roleGivenBack(step));
        story.add("step %d, and has it again".formatted(step));
    }

    private void role(String role) {
        Map<String, String> patch = new HashMap<>();
        patch.put("role", role);
        installation.admin().edit("/profiles/fields/out", patch).succeeded();
        roleIsThere = role != null;
    }

    private void refresh() {
        installation.refresh();
        models.forEach(OptOutModel::refreshed);
        story.add("  refreshed");
    }

    private void run(List<Export> chosen, boolean confirmed) {
        Map<Export, Answer> begun = begin(chosen, confirmed);
        begun.forEach((export, answer) -> check(export, export.end(answer), optedOut(), true));
    }

    /**
     * Of whom nobody knew when a run began it may name, until it looks; all others it may not, as ever. What it did with them
     * nobody can foretell, but the next one makes it good.
     */
    private void importDuringRuns(CustomerFile file, int step) {
        Set<String> out = optedOut();
        Map<Export, Answer> begun = begin(exports, true);
        story.add("  while both exports run");
        importSomething(file, step);
        out.retainAll(optedOut());
        begun.forEach((export, answer) -> check(export, export.end(answer), out, false));
    }

    private static Map<Export, Answer> begin(List<Export> chosen, boolean confirmed) {
        Map<Export, Answer> begun = new LinkedHashMap<>();
        chosen.forEach(export -> begun.put(export, export.begin(confirmed)));
        return begun;
    }

    /**
     * @param out who is opted out, and was when the run began
     * @param foretold whether everybody else must be where they belong
     */
    private void check(Export export, JsonNode run, Set<String> out, boolean foretold) {
        boolean completed = hasCompleted(run);
        story.add("  the export by %s ran: %s %s"
                .formatted(
                        export.mode(),
                        run.get("status").textValue(),
                        run.path("reason").asText("")));
        Witness.Audiences there = export.witness().audiences();
        Map<String, String> named = export.witness().named();
        named.forEach((address, request) -> {
            if (out.contains(address)) {
                throw violation("was named, though it is opted out, by " + request, address);
            }
        });
        for (String address : there.all()) {
            if (out.contains(address)) {
                throw violation("is still on, though it is opted out and %s ran".formatted(export.mode()), address);
            }
        }
        if (completed && foretold) {
            export.segments().forEach(segment -> compare(export, segment, there));
        }
        tally.add(What.REQUESTS_THAT_NAMED_SOMEBODY, named.size());
        count(export, there, completed);
    }

    /** Whether all of it was done; else only what nothing may hold back. */
    private boolean hasCompleted(JsonNode run) {
        String end = run.get("status").textValue() + " " + run.path("reason").asText("");
        if (roleIsThere && COMPLETED.contains(end)) {
            return true;
        }
        if (roleIsThere ? STOPPED.contains(end) : end.equals("SKIPPED OPT_OUT_UNKNOWN")) {
            return false;
        }
        throw new Violation("seed %d, field of opt-outs %s: %s"
                .formatted(seed, roleIsThere ? "with its role" : "without a role", run));
    }

    private void compare(Export export, String segment, Witness.Audiences there) {
        Set<String> expected = new HashSet<>();
        models.forEach(model -> expected.addAll(model.audience(segment)));
        tally.add(What.PLACES_IN_AUDIENCES, expected.size());
        for (String address : expected) {
            if (!there.of(segment).contains(address)) {
                throw violation("is missing in %s by %s".formatted(segment, export.mode()), address);
            }
        }
        for (String address : there.of(segment)) {
            if (!expected.contains(address)) {
                throw violation("should not be in %s by %s".formatted(segment, export.mode()), address);
            }
        }
    }

    private void count(Export export, Witness.Audiences there, boolean completed) {
        Set<String> gone = new HashSet<>(before.getOrDefault(export, Set.of()));
        gone.removeAll(there.all());
        gone.retainAll(optedOut());
        tally.add(What.TAKEN_OFF_BECAUSE_OPTED_OUT, gone.size());
        if (!completed) {
            tally.add(What.TAKEN_OFF_THOUGH_A_GUARD_STOPPED, gone.size());
        }
        tally.add(
                completed
                        ? What.RUNS_COMPLETED
                        : roleIsThere ? What.RUNS_STOPPED_BY_A_GUARD : What.RUNS_WITHOUT_KNOWING_WHO_OPTED_OUT,
                1);
        before.put(export, there.all());
    }

    private void countChanges() {
        Set<String> now = optedOut();
        tally.add(
                What.ADDRESSES_OPTED_IN_AGAIN,
                optedOutBefore.stream()
                        .filter(address -> !now.contains(address))
                        .count());
        optedOutBefore = now;
    }

    private Set<String> optedOut() {
        Set<String> out = new HashSet<>();
        models.forEach(model -> out.addAll(model.optedOut()));
        return out;
    }

    private Violation violation(String what, String address) {
        int people = people(address);
        return new Violation("%s %s.\n-Dinsights.opt-outs.seed=%d plays it again; population %d:\n%s"
                .formatted(address, what, seed, people, people < 0 ? "" : story.of(people)));
    }

    /** Whose address it is; -1 when it is nobody's. */
    private int people(String address) {
        for (int people = 0; people < POPULATIONS; people++) {
            for (int i = 0; i < Files.ADDRESSES; i++) {
                if (files.address(people, i).equals(address)) {
                    return people;
                }
            }
        }
        return -1;
    }
}
