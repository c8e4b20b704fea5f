package insights.export.desired;

import insights.common.sql.Sql;
import java.util.UUID;

/**
 * What is asked of a contact in the ledger, its row being {@code l}, about the people that a run found: all profiles with its
 * address in {@code desired}.
 */
public final class Contacts {

    /** Reasons that are about what is sent of somebody, and not about whether they are to be there. */
    private static final String ABOUT_VALUES =
            "d.reason in ('VALUE_DOES_NOT_FIT', 'REFUSED_BY_DESTINATION', 'SUPPRESSED_AT_DESTINATION', 'NOT_CONFIRMED')";

    /** Whether a desired row {@code d} is one that keeps what it has: also when what it has now cannot be sent. */
    public static final String STAYS = "(d.reason is null or " + ABOUT_VALUES + ")";

    private Contacts() {}

    /** Whether it should be a contact. */
    public static Sql wanted(UUID run) {
        return Sql.of(
                " exists (select from desired d where d.run_id = ? and d.address = l.address and " + STAYS + ")", run);
    }

    /** Whether it stays a contact although what it has now cannot be sent. */
    public static Sql stuck(UUID run) {
        return Sql.of(
                " exists (select from desired d where d.run_id = ? and d.address = l.address and " + ABOUT_VALUES + ")",
                run);
    }

    /** Whether anybody is such; asked once, before any contact is looked at. */
    public static Sql anyStuck(UUID run) {
        return Sql.of("(select exists (select from desired d where d.run_id = ? and " + ABOUT_VALUES + "))", run);
    }

    /** Whether it should be in the audience of the segment {@code m}. */
    public static Sql wantedThere(UUID run) {
        return Sql.of("""
                exists (
                  select from desired d where d.run_id = ? and d.address = l.address
                    and m.segment_id = any (d.segment_ids) and %s)""".formatted(STAYS), run);
    }

    /** Whether somebody opted out whose contact it is. Only of those that are not wanted: an address may go to somebody else. */
    public static Sql optedOut(UUID run) {
        return Sql.of("""
                (not exists (select from desired d where d.run_id = ? and d.address = l.address and %s)
                 and (exists (select from opted_out_address o where o.run_id = ? and o.address = l.address)
                      or exists (select from desired o
                              where o.run_id = ? and o.address = l.address and o.reason = 'OPTED_OUT')
                      or exists (select from desired o
                                 where o.run_id = ? and o.profile_id = l.profile_id and o.reason = 'OPTED_OUT')))""".formatted(STAYS), run, run, run, run);
    }

    /**
     * Whether nobody with the address is in the segment {@code m} of the export {@code mine} any more, or somebody opted out:
     * then the export {@code theirs} does not want the contact there either. In another field of the profiles the address may still
     * be. An export that left the connection cannot say so: it does not look who has the address by now.
     *
     * @param email the field of the destination that is the address
     */
    public static Sql wantedByNone(UUID run, String email) {
        return Sql.of("mine.connection_id is not null and (")
                .then(optedOut(run))
                .then("""
                        \sor m.segment_id = any (mine.segment_ids) and not exists (
                          select from desired d where d.run_id = ? and d.address = l.address
                            and m.segment_id = any (d.segment_ids))
                          and exists (
                            select from jsonb_array_elements(mine.data_matching) here, jsonb_array_elements(theirs.data_matching) there
                            where here->>'target' = ? and there = here))""", run, email);
    }
}
