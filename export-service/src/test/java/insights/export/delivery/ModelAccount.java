package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Sandbox;
import insights.export.testing.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An account of one history, at either stand-in: what happens to it, and what it must hold in the end. */
abstract class ModelAccount {

    /** Of those who are not of the customer base. */
    static final String STRANGER = "other@example.net";

    private static final Set<String> UNANSWERED = Set.of("CLOSE", "TRUNCATED", "NOT_JSON");

    private final Map<String, Integer> optedOutSince = new HashMap<>();
    private boolean disturbed;
    private boolean shared;
    final Random random;
    final World world;
    final Sandbox sandbox;
    final UUID connection;
    /** Who was there before us; in lower case. */
    final Set<String> foreign = new TreeSet<>();
    /** Whether a request may have been done whose answer nobody got. */
    boolean unanswered;

    ModelAccount(Random random, World world, Sandbox sandbox, UUID connection) {
        this.random = random;
        this.world = world;
        this.sandbox = sandbox;
        this.connection = connection;
    }

    /** With quirks at random. */
    final void begin(Map<String, Boolean> always, List<String> some) {
        Map<String, Boolean> quirks = new HashMap<>(always);
        some.forEach(quirk -> quirks.put(quirk, random.nextBoolean()));
        sandbox.configure(Map.of("quirks", quirks, "logged", true));
    }

    /** Somebody else works with it too. */
    abstract void isSomebodyElsesToo();

    /** One of the ways to show audiences there. */
    abstract String anyMode();

    /** @param named whether anything but the address is sent */
    abstract List<Map<String, String>> dataMatching(boolean named);

    /** Something goes wrong that only this kind can, or in a way of its own. */
    abstract Map<String, Object> ownFault();

    /** Address by the id of the contact; in lower case. */
    abstract Map<String, String> addresses();

    /** Who is in the audiences that are shown in a mode, by what the account calls them; in lower case. */
    abstract Map<String, Set<String>> audiences(String mode);

    /** Addresses, in lower case, of those whom a request names, otherwise than to be taken off something or looked up. */
    abstract List<String> named(Sandbox.Request request, Map<String, String> addresses);

    /** Whom a request is about, by address or, where there is none any more, by id. */
    abstract Set<String> about(Sandbox.Request request, Map<String, String> addresses);

    /** That it holds what these exports want, all that there are, and what others put there. */
    abstract void holds(List<ModelExport> exports);

    final String fault() {
        Map<String, Object> fault = new HashMap<>(
                switch (random.nextInt(7)) {
                    case 0 -> Map.of("effect", "STATUS", "status", 429, "next", 2);
                    case 1 -> Map.of("effect", "STATUS", "status", 503, "next", 1 + random.nextInt(8));
                    case 2 -> Map.of("effect", "CLOSE", "applied", random.nextBoolean(), "next", 1 + random.nextInt(4));
                    case 3 -> Map.of("effect", "TRUNCATED", "next", 1);
                    case 4 -> Map.of("effect", "NOT_JSON", "next", 1);
                    case 5 -> Map.of("effect", "REFUSE_EMAIL", "email", world.anyAddress());
                    default -> ownFault();
                });
        if (!fault.get("effect").equals("REFUSE_EMAIL")) {
            fault.put("skip", random.nextInt(12));
        }
        unanswered |= UNANSWERED.contains(fault.get("effect")) || Boolean.TRUE.equals(fault.get("applied"));
        sandbox.fault(fault);
        return fault.toString();
    }

    /** From here on it is as near or far as anything: mostly near, or late in all answers, so that several are in flight. */
    final String moves() {
        int millis = random.nextInt(3) == 0 ? 5 + random.nextInt(55) : 0;
        sandbox.configure(Map.of(
                "latency",
                Map.of("millis", millis, "deviation", random.nextInt(2) * 0.5, "seed", random.nextInt(1_000))));
        return millis == 0 ? "" : " late " + millis;
    }

    final void clearFaults() {
        sandbox.clearFaults();
    }

    /** A worker lost its lease: what it had in flight may come later than what its successor sends. */
    final void isDisturbed() {
        disturbed = true;
    }

    /** An export that is there no more sent people, too, maybe by other profiles of theirs. */
    final void isShared() {
        shared = true;
    }

    /** Whether what contacts are called is one export's own matter. */
    final boolean isOneExports(List<ModelExport> exports) {
        return !shared && exports.size() == 1;
    }

    /** From here on nobody of those who opted out may be named. */
    final void listen() {
        int now = sandbox.totalRequests();
        world.optedOutAddresses().forEach(address -> optedOutSince.putIfAbsent(address, now));
    }

    final void wasToldOfNobodyWhoOptedOut() {
        List<Sandbox.Request> log = sandbox.log();
        Map<String, String> addresses = addresses();
        for (int i = 0; i < log.size(); i++) {
            Sandbox.Request request = log.get(i);
            int at = i;
            assertThat(named(request, addresses))
                    .as(request.method() + " " + request.path() + " " + request.body())
                    .noneMatch(address -> optedOutSince.getOrDefault(address, Integer.MAX_VALUE) <= at);
        }
    }

    /** Unless a worker that had lost its lease was still waiting for an answer. */
    final void wasNeverAskedTwiceAboutOneContactAtOnce() {
        if (disturbed) {
            return;
        }
        Map<String, String> addresses = addresses();
        List<Sandbox.Request> waiting = new ArrayList<>();
        for (Sandbox.Request request : sandbox.log()) {
            waiting.removeIf(other -> other.atMicros() + other.lateMillis() * 1_000 <= request.atMicros());
            Set<String> contacts = about(request, addresses);
            for (Sandbox.Request other : waiting) {
                assertThat(Collections.disjoint(contacts, about(other, addresses)))
                        .as("at once: %s %s and %s %s", other.path(), other.body(), request.path(), request.body())
                        .isTrue();
            }
            waiting.add(request);
        }
    }

    /**
     * What nobody can know after a request without an answer: whom it put where, once who had the address has another one (decision
     * 10). Whoever has it now and opted out is known by it all the same, unless nobody was when it was given up: then it is forgotten by now.
     *
     * @param audiences who is in them; it loses those of whom that is so
     * @param expected who should be
     */
    final void forgiveForgotten(Map<String, Set<String>> audiences, Map<String, Set<String>> expected) {
        if (unanswered) {
            audiences.forEach((audience, emails) -> emails.removeIf(
                    email -> !expected.getOrDefault(audience, Set.of()).contains(email) && isForgotten(email)));
            audiences.values().removeIf(Set::isEmpty);
        }
    }

    private boolean isForgotten(String email) {
        boolean isOptedOutBySomebody = world.isAddressOfSomebody(email) && world.isOptedOut(email);
        return world.wasGivenUp(email) && (!isOptedOutBySomebody || world.isTrackLost(email));
    }

    /** Nobody became a contact who is of no concern to us. */
    final void knowsNobodyElse(Set<String> contacts) {
        Set<String> known = new HashSet<>(foreign);
        known.addAll(world.allAddresses());
        assertThat(known).containsAll(contacts);
    }
}
