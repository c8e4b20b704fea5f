package insights.segment.optout;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.audit.SegmentAction;
import insights.segment.change.ProfileChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Brings what a file says of opt-outs from the staging table into their own, in the transaction of the merge. The staging
 * table has of each line, also of those that are rejected: {@code profile_id} (empty when there is none), the person's
 * {@code fingerprint} (when it says anything), {@code attributes} (null for rejected lines), {@code opt_outs} and
 * {@code opt_ins} (a bit for each column that says true, or false; what cannot be read is true), and for rejected lines
 * {@code addresses}, the texts of its columns of addresses.
 *
 * <p>One that says true counts before any other of the file that says false, however they stand in it: what is not meant
 * is asked for again, and what was sent is not taken back.
 */
@ApplicationScoped
public class FileOptOuts {

    /**
     * Who says so again says it anew: a file that came before, and waits to be confirmed or mended, must not end it. Where there is no such
     * file it need not be written, because nothing else asks since when somebody is opted out.
     */
    private static final String TAKE = """
            with waiting as (
                select max(started_at) as latest from profile_import
                where status in ('FAILED', 'CANCELED') and (said is not null or content is not null)),
            told as (
                insert into opt_out (person, source, since)
                select distinct fingerprint, ?::text, ?::timestamptz from staging where opt_outs & ? <> 0
                on conflict (person, source) do update set since = ?::timestamptz
                    where opt_out.since < ?::timestamptz and opt_out.since < (select latest from waiting)
                returning old.person is null as more)
            select count(*) from told where more""";

    /** What the line takes away or changes was the person's address until they said so. */
    private static final String HAD = """
             from staging left join profile on profile.profile_id = staging.profile_id
            where staging.opt_outs <> 0""";

    /** Those whom the file is about, with what it says of each: the lines themselves are taken out one after the other. */
    private static final String CONCERNED = """
            create temporary table opted_out_here on commit drop as
            select fingerprint as person, max(profile_id) as profile_id, coalesce(bit_or(opt_outs), 0) as said
            from staging
            where exists (select from opt_out where opt_out.person = staging.fingerprint)
            group by fingerprint""";

    private static final String END = """
            with ended as (
                delete from opt_out using staging
                where opt_out.person = staging.fingerprint and opt_out.source = ? and staging.opt_ins & ? <> 0
                    and opt_out.since < coalesce(?::timestamptz, 'infinity')
                    and not exists (
                        select from opted_out_here as here where here.person = opt_out.person and here.said & ? <> 0)
                returning opt_out.person)
            insert into opt_out_ended select distinct person, ?::text from ended""";

    /** The same while all lines are there still: of several of one id the last one counts. */
    private static final String FORETELL_END = """
            select count(distinct opt_out.person) from opt_out join staging on opt_out.person = staging.fingerprint
            where opt_out.source = ? and staging.attributes is not null and staging.opt_ins & ? <> 0
                and opt_out.since < coalesce(?::timestamptz, 'infinity')
                and not exists (select from tombstone where tombstone.fingerprint = staging.fingerprint)
                and not exists (
                    select from staging as said where said.fingerprint = opt_out.person and said.opt_outs & ? <> 0)
                and not exists (
                    select from staging as later where later.profile_id = staging.profile_id
                        and later.line > staging.line and later.attributes is not null)""";

    /** In the name of whoever started the import. */
    private static final String AUDIT_END = """
            insert into audit_event (at, by_subject, by_name, by_machine, action, target, changes, request_id)
            select ?, started.by_subject, started.by_name, started.by_machine, ?, encode(ended.person, 'hex'),
                jsonb_build_object(
                    'optedOut', jsonb_build_object('from', 'true', 'to', 'false'),
                    'field', jsonb_build_object('from', ended.source, 'to', null),
                    'import', jsonb_build_object('from', null, 'to', started.target)),
                started.request_id
            from opt_out_ended as ended join audit_event as started on started.target = ? and started.action = ?""";

    private static final String END_ADDRESSES = """
            delete from opt_out_address using opt_out_ended as ended
            where opt_out_address.person = ended.person
                and not exists (select from opt_out where opt_out.person = ended.person)""";

    /** Else whoever sends the profile back, as it is shown, would end the opt-out. */
    private static final String TAKE_CONTRARY = """
            with told as (
                update profile set attributes = profile.attributes - ?::text, updated_at = ?
                from opted_out_here as here
                where profile.profile_id = here.profile_id and lower(profile.attributes ->> ?) = any (?)
                    and exists (select from opt_out where opt_out.person = here.person and opt_out.source = ?)
                returning profile.profile_id, profile.ctid as place)
            insert into profile_change (profile_id, place) select profile_id, place from told""";

    private static final String NAME = """
            update opt_out set profile_id = here.profile_id
            from opted_out_here as here
            where opt_out.person = here.person and opt_out.profile_id is distinct from here.profile_id
                and exists (select from profile where profile.profile_id = here.profile_id)""";

    private static final String FORGET_REMOVED = """
            update opt_out set profile_id = null
            where profile_id is not null
                and not exists (select from profile where profile.profile_id = opt_out.profile_id)""";

    private final OptOutAddresses addresses;
    private final OptOutScan scan;

    FileOptOuts(OptOutAddresses addresses, OptOutScan scan) {
        this.addresses = addresses;
        this.scan = scan;
    }

    /** Whether anybody opted out, so that every line must have its fingerprint. */
    public boolean exist(Connection connection) throws SQLException {
        return Database.first(connection, Sql.of("select exists (select from opt_out)"), row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** How many opt-outs there are by these fields. */
    public long count(Connection connection, List<String> sources) throws SQLException {
        return Database.first(
                        connection,
                        Sql.of("select count(*) from opt_out where source = any (?)", (Object)
                                sources.toArray(String[]::new)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /**
     * Opts out whom the file says so of. Before any line is taken out of the staging table, and any profile is changed.
     *
     * @param sources the fields of opt-outs, in the order of their bits
     * @param addressFields the fields of addresses
     * @param said when the file said so first, which was before now if it is a known one
     * @return how many opt-outs there are more
     */
    public long take(Connection connection, List<String> sources, List<String> addressFields, Instant said, Instant now)
            throws SQLException {
        long taken = 0;
        for (int i = 0; i < sources.size(); i++) {
            taken += Database.first(
                            connection, Sql.of(TAKE, sources.get(i), now, 1L << i, said, said), row -> row.getLong(1))
                    .orElseThrow();
        }
        if (!sources.isEmpty()) {
            addresses.keep(
                    connection,
                    Sql.of("select fingerprint, ")
                            .then(OptOutAddresses.texts("staging.attributes", addressFields))
                            .then(" || addresses || ")
                            .then(OptOutAddresses.texts("profile.attributes", addressFields))
                            .then(HAD));
        }
        Database.update(connection, Sql.of(CONCERNED));
        return taken;
    }

    /**
     * Ends the opt-outs of whom the file plainly says so of, in the same field. When the lines that do not count are gone.
     *
     * @param before only those that were there then, because what came later is not known to a file that was imported then;
     *     null for all
     * @param importId whose start is in the audit trail
     * @return how many there are less
     */
    public long end(Connection connection, List<String> sources, Instant before, UUID importId, Instant now)
            throws SQLException {
        if (sources.isEmpty()) {
            return 0;
        }
        Database.update(
                connection, Sql.of("create temporary table opt_out_ended (person bytea, source text) on commit drop"));
        long ended = 0;
        for (int i = 0; i < sources.size(); i++) {
            ended += Database.update(connection, Sql.of(END, sources.get(i), 1L << i, before, 1L << i, sources.get(i)));
        }
        Database.update(
                connection,
                Sql.of(
                        AUDIT_END,
                        now,
                        SegmentAction.OPT_OUT_ENDED.name(),
                        importId.toString(),
                        SegmentAction.IMPORT_STARTED.name()));
        Database.update(connection, Sql.of(END_ADDRESSES));
        return ended;
    }

    /**
     * What would become of people because profiles have a field already that becomes one of opt-outs.
     *
     * @param place of its bit; negative where the file says nothing of it
     */
    public OptOutScan.Foretold foretellStored(Connection connection, String field, int place) throws SQLException {
        return scan.foretell(connection, field, place < 0 ? 0 : 1L << place);
    }

    /** How many {@link #end} would end of a file that is only shown. */
    public long foretellEnd(Connection connection, List<String> sources, Instant before) throws SQLException {
        long ended = 0;
        for (int i = 0; i < sources.size(); i++) {
            ended += Database.first(
                            connection,
                            Sql.of(FORETELL_END, sources.get(i), 1L << i, before, 1L << i),
                            row -> row.getLong(1))
                    .orElseThrow();
        }
        return ended;
    }

    /**
     * Takes what says the contrary out of profiles whose opt-outs do not stand in them: of lines that were rejected, that another
     * one took the place of, whose value cannot be read, or of a file that is not new. When the profiles are as the file has them.
     *
     * @param turnedRound those of the fields that say who wants mail
     */
    public void takeContrary(Connection connection, List<String> sources, Collection<String> turnedRound, Instant now)
            throws SQLException {
        ProfileChanges.noting(connection);
        for (String field : sources) {
            String[] contrary = StoredOptOut.plainlyIn(turnedRound.contains(field));
            Database.update(connection, Sql.of(TAKE_CONTRARY, field, now, field, contrary, field));
        }
    }

    /**
     * Keeps the addresses that people who opted out have by this file. When the profiles are as the file has them.
     *
     * @param addressFields the fields of addresses
     * @param removed whether any profile was removed
     */
    public void keepAddresses(Connection connection, List<String> addressFields, boolean removed) throws SQLException {
        addresses.keep(
                connection,
                Sql.of("select here.person, ")
                        .then(OptOutAddresses.textsAndId("profile", addressFields))
                        .then("""
                                 from opted_out_here as here join profile on profile.profile_id = here.profile_id
                                where exists (select from opt_out where opt_out.person = here.person)"""));
        Database.update(connection, Sql.of(NAME));
        if (removed) {
            Database.update(connection, Sql.of(FORGET_REMOVED));
        }
    }
}
