package insights.export.destination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every kind of destination must do, whatever its API is like: bound with one small class, which has a {@link StandIn}.
 * Each promise is tried in each way to show audiences that the kind has.
 */
public abstract class DestinationContract {

    private static final int MANY = 250;

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();

    /** A new account. */
    protected abstract StandIn standIn();

    @TestFactory
    Stream<DynamicTest> reachesTheDesiredState() {
        return inEachMode(job -> {
            job.people(5);
            assertThat(job.run().getString("status")).isEqualTo("SUCCESSFUL");
            job.expect(0, 1, 2, 3, 4);

            job.person(1, "Renamed", job.segment);
            job.leaves(2);
            job.person(9, "New", job.segment);
            job.run();
            job.expect(0, 1, 3, 4, 9);
            assertThat(job.account.firstNames())
                    .containsEntry(Job.address(9), "New")
                    .containsKey(Job.address(2));

            job.account.clearCounters();
            job.run();
            assertThat(job.account.requests()).as("nothing changed").isZero();
        });
    }

    /** Case Y11. */
    @TestFactory
    Stream<DynamicTest> getsThereInSpiteOfFaults() {
        return Stream.of(
                        StandIn.Fault.UNAVAILABLE,
                        StandIn.Fault.DONE_UNANSWERED,
                        StandIn.Fault.NOT_ITS_ANSWER,
                        StandIn.Fault.THROTTLED)
                .flatMap(fault -> inEachMode(fault.toString(), job -> {
                    job.people(6);
                    job.account.fault(fault);
                    assertThat(job.run().getString("status")).isEqualTo("SUCCESSFUL");
                    job.expect(0, 1, 2, 3, 4, 5);
                    job.leaves(3);
                    job.account.fault(fault);
                    job.run();
                    job.expect(0, 1, 2, 4, 5);
                }));
    }

    /** Cases E16, Y21. */
    @TestFactory
    Stream<DynamicTest> aContactThatIsNotWantedCostsOnlyItself() {
        return inEachMode(job -> {
            job.people(MANY);
            job.account.refuse(Job.address(117));
            Json run = job.run();
            assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
            assertThat(Api.rejections(job.export, run.getString("id"))).containsOnlyKeys(job.id(117));
            job.expect(IntStream.range(0, MANY).filter(i -> i != 117).toArray());
            job.account.clearCounters();
            job.run();
            assertThat(job.account.requests()).as("not sent again as it is").isZero();
        });
    }

    /** Their journeys would begin anew once the value is right. */
    @TestFactory
    Stream<DynamicTest> whoseValueDoesNotFitStaysWhereTheyAreWantedAndLeavesTheRest() {
        return inEachMode(job -> {
            job.people(3);
            job.run();
            UUID second = job.another("Second");
            job.person(1, "Name 1", job.segment, second);
            job.person(2, "Name 2", job.segment, second);
            job.run();
            assertThat(job.account.audience(job.mode, "Second")).isEqualTo(Job.addresses(1, 2));

            job.unfit(1, job.segment);
            job.unfit(2);
            long leaves = job.previewed("leaves");
            Json run = job.run();

            assertThat(run.getLong("totals.membershipsLeft")).as("as previewed").isEqualTo(leaves);
            assertThat(Api.rejections(job.export, run.getString("id")))
                    .isEqualTo(Map.of(job.id(1), "VALUE_DOES_NOT_FIT"));
            assertThat(job.account.audience(job.mode, "Second")).isEmpty();
            job.expect(0, 1);
            job.account.clearCounters();
            job.run();
            assertThat(job.account.requests()).as("nothing changed").isZero();
            job.person(1, "Right", job.segment);
            job.run();
            job.expect(0, 1);
            assertThat(job.account.firstNames()).containsEntry(Job.address(1), "Right");
        });
    }

    @TestFactory
    Stream<DynamicTest> takesNobodyOffWhomItDidNotPutThere() {
        return inEachMode(job -> {
            job.account.putByHand(job.mode, job.name, "stranger@example.net");
            job.people(3);
            job.run();
            job.leaves(1);
            job.run();
            job.remove();
            assertThat(job.audience()).contains("stranger@example.net").doesNotContain(Job.address(0), Job.address(1));
        });
    }

    /** They share the audience, and have it to themselves in turn. */
    @TestFactory
    Stream<DynamicTest> removingAnExportTakesNobodyOffWhomAnotherExportHoldsThere() {
        return inEachMode(job -> {
            job.people(4);
            job.run();
            Job other = job.beside();
            other.run();

            job.remove();
            other.expect(0, 1, 2, 3);
            job.account.clearCounters();
            other.run();
            assertThat(job.account.requests()).as("it has what it wants").isZero();
            other.leaves(1);
            other.run();
            other.expect(0, 2, 3);

            other.remove();
            assertThat(other.audience()).isEmpty();
        });
    }

    /** Whether or not the export that is removed was told of what it did. */
    @TestFactory
    Stream<DynamicTest> removingAnExportThatGotNoAnswersTakesNobodyOffWhomAnotherHolds() {
        return inEachMode(job -> {
            job.people(30);
            job.run();
            Job other = job.beside();
            job.account.fault(StandIn.Fault.NEVER_ANSWERED);
            String run = other.start();
            Api.until(other.export, run, "FAILED_RETRYING"::equals);
            job.account.heal();

            other.remove();

            job.expect(IntStream.range(0, 30).toArray());
            job.remove();
            assertThat(job.audience()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> stopsAtOnceWhenTheKeyOrTheContractIsNotEnough() {
        return Stream.of(
                        Map.entry(StandIn.Fault.KEY_REFUSED, "INVALID_API_KEY"),
                        Map.entry(StandIn.Fault.PLAN_LIMIT, "PLAN_LIMIT"))
                .flatMap(fault -> inEachMode(fault.getValue(), job -> {
                    job.people(MANY);
                    job.account.fault(fault.getKey());
                    Json run = job.run();
                    assertThat(run.getString("status")).isEqualTo("FAILED_PERMANENT");
                    assertThat(run.getString("reason")).isEqualTo(fault.getValue());
                    assertThat(job.account.requests()).isLessThanOrEqualTo(2 + job.account.preparations());
                }));
    }

    @TestFactory
    Stream<DynamicTest> keepsToTheRateInEverySecond() {
        return inEachMode(job -> {
            int rate = 10;
            neighbours.change(job.connection, "rateLimitPerSecond", (double) rate);
            job.account.limit(rate);
            job.people(25);
            assertThat(job.run().getString("status")).isEqualTo("SUCCESSFUL");
            assertThat(job.account.mostInOneSecond()).isLessThanOrEqualTo(rate);
            job.expect(IntStream.range(0, 25).toArray());
        });
    }

    @TestFactory
    Stream<DynamicTest> anotherWorkerEndsWhatOneThatDiedBegan() {
        return inEachMode(job -> {
            job.people(MANY);
            neighbours.change(job.connection, "rateLimitPerSecond", 40.0);
            String run = job.start();
            Patience.await().until(() -> job.account.requests() > 2);
            new Rows(database).loseLease(job.export);
            neighbours.change(job.connection, "rateLimitPerSecond", 1_000.0);
            assertThat(Api.end(job.export, run).getString("status")).isEqualTo("SUCCESSFUL");
            job.expect(IntStream.range(0, MANY).toArray());
            job.account.clearCounters();
            job.run();
            assertThat(job.account.requests()).as("it knows what it put there").isZero();
        });
    }

    @TestFactory
    Stream<DynamicTest> whoOptsOutLeavesAndIsNotSent() {
        return inEachMode(job -> {
            job.people(3);
            job.run();
            neighbours.optOut(job.id(1));
            job.person(1, "Renamed", job.segment);
            job.run();
            job.expect(0, 2);
            assertThat(job.account.firstNames()).doesNotContainValue("Renamed");
        });
    }

    @TestFactory
    Stream<DynamicTest> whoIsErasedLeaves() {
        return inEachMode(job -> {
            job.people(3);
            job.run();
            neighbours.removeProfile(job.id(1));
            Api.as("segment-service")
                    .body(Map.of("profileIds", List.of(job.id(1))))
                    .post("/hooks/profiles-erased")
                    .then()
                    .statusCode(202);
            Patience.await().until(job::audience, audience -> audience.equals(Job.addresses(0, 2)));
        });
    }

    /** No answer has told who they are there, and after the erasure nobody but the erasure knows their address. */
    @TestFactory
    Stream<DynamicTest> whoIsErasedLeavesAlsoIfNoAnswerEverCame() {
        return byFlag(job -> {
            job.unanswered(30);
            neighbours.change(job.connection, "consented", false);
            String erased = job.id(1);
            job.erase(1, Map.of(erased, List.of("somebody@example.net", Job.address(1))));
            job.erase(1, Map.of());
            Rows rows = new Rows(database);
            assertThat(rows.number(
                            "select count(*) from erasure where profile_id = ? and addresses is not null", erased))
                    .as("kept for as long as it cannot be done")
                    .isOne();
            assertThat(rows.number(
                            "select count(*) from erasure where position(?::bytea in addresses) > 0",
                            "p1@".getBytes(UTF_8)))
                    .as("not in plain text")
                    .isZero();
            neighbours.change(job.connection, "consented", true);
            job.erase(1, Map.of());

            Json run = job.erasure();

            assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
            assertThat(job.audience()).doesNotContain(Job.address(1)).hasSize(29);
            assertThat(rows.number("select count(*) from erasure where profile_id = ?", erased))
                    .isZero();
            assertThat(rows.number("select count(*) from ledger where profile_id = ?", erased))
                    .isZero();
        });
    }

    /** A refresh and its run are quicker than the announcement of the erasure. */
    @TestFactory
    Stream<DynamicTest> whoIsErasedLeavesAlsoIfARunComesBeforeTheErasure() {
        return byFlag(job -> {
            job.unansweredAndCanceled(30);
            job.erased(1);
            assertThat(job.run().getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

            job.erase(1, Map.of(job.id(1), List.of(Job.address(1))));
            Json run = job.erasure();

            assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
            assertThat(job.audience()).doesNotContain(Job.address(1)).hasSize(29);
            assertThat(new Rows(database).number("select count(*) from ledger where profile_id = ?", job.id(1)))
                    .isZero();
        });
    }

    /** Nobody can read the run any more that warned of it. */
    @TestFactory
    Stream<DynamicTest> aRemovalSaysWhomItCouldNotFind() {
        return byFlag(job -> {
            job.unansweredAndCanceled(30);
            job.moves(1);
            String removed = job.export;

            job.remove();

            assertThat(job.audience()).containsExactly(Job.address(1));
            assertThat(Api.as("admin")
                            .get("/exports/audit-events?action=EXPORT_REMOVED&target=" + removed)
                            .then()
                            .statusCode(200)
                            .extract()
                            .<String>path("items[0].changes.mayStillBeThere.to"))
                    .contains("Somebody was to be taken off the audience of the segment \"Customers\"");
        });
    }

    /** The ledger knows neither what the destination calls them nor their address; whoever opted out of it has it. */
    @TestFactory
    Stream<DynamicTest> whoOptsOutOfAnAddressThatNoAnswerNamedLeaves() {
        return byFlag(job -> {
            job.unansweredAndCanceled(30);
            job.moves(1);
            job.moves(2);
            job.optsOut(1);

            long leaves = job.previewed("leaves");
            Json run = job.run();

            assertThat(job.audience())
                    .doesNotContain(Job.address(1))
                    .contains(Job.address(2), "moved@example.net")
                    .hasSize(30);
            assertThat(run.getList("warnings.reason")).as("of the other").contains("MAY_STILL_BE_THERE");
            assertThat(leaves).isOne();
        });
    }

    /** What one export was never told, another one of the account may have been. */
    @TestFactory
    Stream<DynamicTest> whomNoAnswerNamedLeavesByWhatAnotherExportWasTold() {
        return byFlag(job -> {
            job.unansweredAndCanceled(30);
            Job other = job.beside();
            other.run();
            job.moves(1);

            Json run = job.run();

            assertThat(job.audience())
                    .doesNotContain(Job.address(1))
                    .contains("moved@example.net")
                    .hasSize(30);
            assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
            other.run();
            other.remove();
            assertThat(job.audience()).hasSize(30);
        });
    }

    @TestFactory
    Stream<DynamicTest> itIsSaidIfNothingThatIsKnownFindsWhoIsErased() {
        return byFlag(job -> {
            job.unanswered(30);
            job.erase(1, Map.of(job.id(1), List.of("moved@example.net")));

            Json run = job.erasure();

            assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
            assertThat(run.getList("warnings.reason")).isEqualTo(List.of("MAY_STILL_BE_THERE"));
            assertThat(new Rows(database)
                            .number(
                                    "select count(*) from erasure_proof where export_id = ?::uuid and outcome = 'NOT_FOUND'",
                                    job.export))
                    .isOne();
        });
    }

    @TestFactory
    Stream<DynamicTest> aPreviewSaysHowManyLeaveAsTheRunDoes() {
        return inEachMode(job -> {
            job.people(6);
            job.run();
            job.leaves(1);
            job.leaves(2);
            neighbours.optOut(job.id(3));

            long expected = job.previewed("leaves");

            assertThat(expected).isEqualTo(3);
            assertThat(job.run().getLong("totals.membershipsLeft")).isEqualTo(expected);
            assertThat(job.previewed("leaves")).isZero();
        });
    }

    @TestFactory
    Stream<DynamicTest> aPreviewSaysHowManyAreTakenOffWhatShowedThemBefore() {
        return standIn().audienceModes().size() == 1
                ? Stream.empty()
                : inEachMode(job -> {
                    job.people(6);
                    job.run();
                    job.other();

                    long expected = job.previewed("leaves");

                    assertThat(expected).isEqualTo(6);
                    assertThat(job.run().getLong("totals.membershipsLeft")).isEqualTo(expected);
                    assertThat(job.audience()).isEmpty();
                });
    }

    /** Journeys refer to it, and nobody else gave it to anybody. */
    @TestFactory
    Stream<DynamicTest> anExportMadeAnewGoesOnWithWhatStoodForTheSegmentBefore() {
        return byFlag(job -> {
            job.people(3);
            job.run();
            job.forget();
            job.run();
            job.expect(0, 1, 2);
            job.leaves(1);
            job.run();
            job.expect(0, 2);
            job.remove();
            job.forgotten();
            job.people(3);
            job.run();
            job.expect(0, 1, 2);
        });
    }

    @Test
    void whatAnExportGetsThatDoesNotChooseIsThere() {
        StandIn account = standIn();
        Map<String, Object> request = Api.request(account.connect(1_000), neighbours.segment("Customers"));
        request.put("dataMatching", account.dataMatching());
        request.remove("audienceMode");
        assertThat(Api.get("/exports/" + Api.create(request)).getString("audienceMode"))
                .isEqualTo(account.audienceModes().getFirst().name());
    }

    private Stream<DynamicTest> inEachMode(Consumer<Job> test) {
        return inEachMode("", test);
    }

    private Stream<DynamicTest> inEachMode(String what, Consumer<Job> test) {
        return standIn().audienceModes().stream()
                .map(mode -> dynamicTest(what + " " + mode, () -> test.accept(new Job(mode, standIn()))));
    }

    /** On lists people are only put whom an answer has named, or who ride along, where an account takes that. */
    private Stream<DynamicTest> byFlag(Consumer<Job> test) {
        return standIn().audienceModes().stream()
                .filter(AudienceMode::isFlag)
                .map(mode -> dynamicTest(mode.name(), () -> test.accept(new Job(mode, standIn()))));
    }
}
