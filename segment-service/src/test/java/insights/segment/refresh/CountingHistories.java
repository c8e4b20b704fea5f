package insights.segment.refresh;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.equalTo;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.change.ProfileChanges;
import insights.segment.definition.ActiveSegments;
import insights.segment.definition.SegmentCompiler;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Histories of a few people and segments: files that add and replace, erasures, rules and lists that are edited, also while a
 * refresh is at work, segments that are switched off and on, that do not fit the fields for a while or are removed, fields that
 * become text, days that pass, refreshes that fail, changes that are committed late, and a program that knows nothing of all
 * this. A refresh is done as the service does it, at a moment of the test's own.
 */
final class CountingHistories {

    private static final int STEPS = 40;
    private static final long SEED = 20_261_127;

    private final Database database;
    private final MembershipCalculation calculation;
    private final SegmentCompiler compiler;
    private final CountedModel model = new CountedModel();
    private final List<String> rules = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private RandomPeople people;
    private Random random;
    private Instant now;

    CountingHistories(Database database, MembershipCalculation calculation, SegmentCompiler compiler) {
        this.database = database;
        this.calculation = calculation;
        this.compiler = compiler;
    }

    /** How segments were counted. */
    Set<String> seen() {
        return model.seen();
    }

    /**
     * Plays so many histories.
     *
     * @throws AssertionError when a refresh found something else than there is
     */
    void play(int first, int histories) {
        for (int i = 0; i < histories; i++) {
            play(first + i);
        }
    }

    private void play(int history) {
        random = new Random(SEED + history);
        people = new RandomPeople(random, "h" + history);
        now = Instant.parse("2026-03-01T12:00:00Z");
        imported(people.file(true, now)).body("status", equalTo("SUCCESSFUL"));
        make();
        try {
            String what = "beginning";
            for (int step = 0; step < STEPS; step++) {
                String when = "history %d, step %d: %s".formatted(history, step, what);
                database.transaction(connection -> {
                    model.look(connection);
                    return null;
                });
                if (step == 0 || random.nextInt(3) > 0) {
                    refresh(when, () -> {});
                    what = "";
                }
                what += act(when) + ", ";
            }
        } finally {
            type("NUMBER");
            remove();
        }
    }

    private void make() {
        while (rules.size() < 5) {
            // A rule that comes to everybody is refused.
            Response made = post("rule", people.rule(rules));
            if (made.statusCode() == 201) {
                rules.add(made.path("id"));
            }
        }
        lists.add(post("profileIds", people.list())
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private Response post(String kind, String value) {
        return as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"%s\",\"%s\":%s}".formatted(people.name(), kind, value))
                .post("/segments");
    }

    private void remove() {
        // Those that others are made of come last.
        List<String> all = new ArrayList<>(rules);
        all.addAll(lists);
        while (!all.isEmpty()) {
            all.removeIf(id -> as("contributor")
                            .header("If-Match", "*")
                            .delete("/segments/" + id)
                            .statusCode()
                    == 204);
        }
        rules.clear();
        lists.clear();
    }

    private String act(String when) {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3:
                imported(people.file(false, now)).body("status", equalTo("SUCCESSFUL"));
                return "file";
            case 4:
                imported(
                                people.file(false, now),
                                "mode=replace",
                                "confirm=REMOVES_PROFILES",
                                "confirm=REMOVES_ADDRESSES",
                                "confirm=EMPTIES_FIELDS")
                        .body("status", equalTo("SUCCESSFUL"));
                return "replacing file";
            case 5:
                as("admin").delete("/profiles/" + people.newId()).then().statusCode(204);
                return "erasure";
            case 6, 7:
                return "edited rule " + edit(one(rules), "{\"rule\":" + people.rule(lists) + "}");
            case 8:
                edit(one(lists), "{\"profileIds\":" + people.list() + "}");
                return "edited list";
            case 9:
                boolean active = random.nextBoolean();
                return "active " + active + " "
                        + edit(one(rules), "{\"status\":\"" + (active ? "ACTIVE" : "INACTIVE") + "\"}");
            case 10:
                now = now.plus(Duration.ofHours(1 + random.nextInt(60)));
                return "hours";
            case 11:
                // As two changes in the same second may do.
                type(random.nextInt(3) == 0 ? "STRING" : "NUMBER");
                return "type";
            case 12:
                failed();
                return "failed refresh";
            case 13:
                meanwhile(when);
                return "edits during a refresh";
            case 14:
                late(when);
                return "late change";
            default:
                return rarely();
        }
    }

    private String rarely() {
        if (random.nextBoolean()) {
            imported(people.widening(), "widen=true").body("status", equalTo("SUCCESSFUL"));
            return "widened field";
        }
        database.transaction(connection -> Database.update(
                connection,
                Sql.of(
                        "update profile set attributes = attributes || '{\"cm_text\":\"b\"}' where profile_id = ?",
                        people.id())));
        return "another program";
    }

    /** Whether it was taken: a rule may lead in a circle, or not fit. */
    private boolean edit(String segment, String patch) {
        return as("contributor")
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(patch)
                        .patch("/segments/" + segment)
                        .statusCode()
                == 200;
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void type(String type) {
        database.transaction(connection ->
                Database.update(connection, Sql.of("update field set type = ? where name = 'cm_number'", type)));
    }

    private void failed() {
        try {
            database.transaction(connection -> {
                JobLock.take(connection, "refresh");
                calculation.run(connection, started(connection));
                throw new Failure();
            });
        } catch (Failure expected) {
            // All of it is as if it had not been.
        }
    }

    /** A refresh that has found what it finds, and has not committed it. */
    private void meanwhile(String when) {
        database.transaction(connection -> {
            model.look(connection);
            return null;
        });
        refresh(when + ", and edits", () -> {
            edit(one(rules), "{\"rule\":" + people.rule(lists) + "}");
            edit(one(lists), "{\"profileIds\":" + people.list() + "}");
        });
    }

    /** A change that is older than the refresh, and committed after it. */
    private void late(String when) {
        database.transaction(connection -> {
            ProfileChanges.noting(connection);
            Database.update(connection, Sql.of("""
                            with come as (
                                insert into segment_profile (segment_number, profile_id)
                                select number, ? from segment where id = ?
                                on conflict do nothing returning profile_id)
                            insert into profile_change (profile_id) select profile_id from come""", people.id(), UUID.fromString(one(lists))));
            database.transaction(other -> {
                model.look(other);
                return null;
            });
            refresh(when + ", and a late change", () -> {});
            return null;
        });
    }

    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @param atTheEnd what happens before it is committed */
    private void refresh(String when, Runnable atTheEnd) {
        database.transaction(connection -> {
            JobLock.take(connection, "refresh");
            ActiveSegments active = compiler.compileActive(connection, now);
            StartedRefresh started = started(connection);
            calculation.run(connection, started);
            model.check(connection, started.number(), active, when);
            atTheEnd.run();
            return null;
        });
    }

    private StartedRefresh started(Connection connection) throws SQLException {
        Sql sql = Sql.of("""
                insert into refresh
                    (id, status, requested_at, requested_by, requested_by_subject, trigger, started_at, attempts)
                values (uuidv7(), 'RUNNING', clock_timestamp(), 'model', 'model', 'ON_DEMAND', ?, 1)
                returning id, number""", now);
        return Database.first(
                        connection, sql, row -> new StartedRefresh(row.getObject(1, UUID.class), row.getInt(2), now, 1))
                .orElseThrow();
    }
}
