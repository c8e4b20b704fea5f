package insights.segment.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.sql.Database;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import insights.segment.definition.SegmentCompiler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/**
 * Refreshes that look only at what changed, held against looking at everybody over random histories, and the proof that they
 * would notice. More of them: {@code -Dinsights.counting.histories=200}.
 */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class CountingModelTest {

    private static final int HISTORIES = Integer.getInteger("insights.counting.histories", 5);

    /** Far from the histories of the others. */
    private static final int SABOTAGED = 10_000;

    private static final int MISLED = 20_000;

    /** Most histories are right with an earlier rule by chance; this is the first that is not. */
    private static final int SABOTAGED_RULES = SABOTAGED + 10;

    private static final int ENOUGH = 30;

    @Inject
    Database database;

    @Inject
    MembershipCalculation calculation;

    @Inject
    SegmentCompiler compiler;

    @Test
    void findsWhatLookingAtEverybodyFinds() {
        CountingHistories histories = new CountingHistories(database, calculation, compiler);
        histories.play(0, HISTORIES);
        assertThat(histories.seen())
                .contains("CHANGES", "FULL FIRST", "FULL RULE", "FULL DATE", "FULL PROFILES")
                .hasSize(5);
    }

    /** Where a profile lay is a hint, since it may be elsewhere by now, and somebody else there. */
    @Test
    void findsThoseWhoLieElsewhereThanNoted() {
        sabotage(
                "profile_change",
                "before insert",
                "new.place = (select ctid from profile order by profile_id desc limit 1); return new;",
                () -> new CountingHistories(database, calculation, compiler).play(MISLED, 1));
    }

    @Test
    void wouldNoticeThatChangesAreForgotten() {
        sabotaged("profile_change", "before insert", "return null;");
    }

    @Test
    void wouldNoticeThatOneChangeIsForgotten() {
        sabotaged(
                "profile_change", "before insert", "if new.profile_id like '%7' then return null; end if; return new;");
    }

    @Test
    void wouldNoticeThatTheRemovedAreForgotten() {
        sabotaged("departure", "before insert", "return null;");
    }

    @Test
    void wouldNoticeThatAnEarlierConditionIsTakenForThatOfNow() {
        SegmentDatabase.asOwner("create table remembered (number integer primary key, condition bytea, rule bytea)");
        try {
            // As if what is remembered of a segment were never written anew.
            sabotaged("counted_segment", "before insert", """
                    insert into public.remembered values (new.number, new.condition, new.rule) on conflict do nothing;
                    select condition, rule into new.condition, new.rule from public.remembered where number = new.number;
                    return new;""", SABOTAGED_RULES);
        } finally {
            SegmentDatabase.asOwner("drop table remembered");
        }
    }

    private void sabotaged(String table, String when, String how) {
        sabotaged(table, when, how, SABOTAGED);
    }

    private void sabotaged(String table, String when, String how, int first) {
        sabotage(table, when, how, () -> assertThatThrownBy(
                        () -> new CountingHistories(database, calculation, compiler).play(first, ENOUGH))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("history"));
    }

    private static void sabotage(String table, String when, String how, Runnable meanwhile) {
        SegmentDatabase.asOwner(
                "create function sabotage() returns trigger language plpgsql security definer as $$begin " + how
                        + " end$$");
        SegmentDatabase.asOwner(
                "create trigger sabotage " + when + " on " + table + " for each row execute function sabotage()");
        try {
            meanwhile.run();
        } finally {
            SegmentDatabase.asOwner("drop function sabotage() cascade");
            // What was noted wrongly is of no use to anybody.
            SegmentDatabase.asOwner("delete from counted_segment");
        }
    }
}
