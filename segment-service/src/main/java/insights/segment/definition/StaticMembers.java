package insights.segment.definition;

import insights.common.problem.FieldError;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.change.ProfileChanges;
import insights.segment.profile.ProfileId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The lists of static segments: ids in their one form, whether there are such profiles yet or not. */
@ApplicationScoped
class StaticMembers {

    /** More are not worth telling: they are of one kind, mostly. */
    private static final int MAX_ERRORS = 20;

    private final Database database;

    StaticMembers(Database database) {
        this.database = database;
    }

    /**
     * Puts the list in the place of the one before, and tells whether that had others on it.
     *
     * @param profileIds in canonical form; 422 when one of them can be the id of no profile
     */
    boolean replace(int segmentNumber, List<String> profileIds) {
        refuseImpossible(profileIds);
        String[] ids = profileIds.toArray(String[]::new);
        return database.transaction(connection -> {
            ProfileChanges.noting(connection);
            long gone = Database.update(connection, Sql.of("""
                            with gone as (
                                delete from segment_profile where segment_number = ?
                                    and not exists (select from unnest(?) as listed (id) where listed.id = profile_id)
                                returning profile_id)
                            insert into profile_change (profile_id) select profile_id from gone""", segmentNumber, ids));
            long come = Database.update(connection, Sql.of("""
                            with come as (
                                insert into segment_profile (segment_number, profile_id)
                                select distinct ?::integer, listed.id from unnest(?) as listed (id)
                                on conflict do nothing
                                returning profile_id)
                            insert into profile_change (profile_id) select profile_id from come""", segmentNumber, ids));
            countDuplicates(connection, segmentNumber, ids);
            return gone + come > 0;
        });
    }

    /** The list of a segment that is new: nothing is made of it yet, so nobody has changed. */
    void fill(int segmentNumber, List<String> profileIds) {
        refuseImpossible(profileIds);
        String[] ids = profileIds.toArray(String[]::new);
        database.transaction(connection -> {
            ProfileChanges.noting(connection);
            Database.update(connection, Sql.of("""
                            insert into segment_profile (segment_number, profile_id)
                            select distinct ?::integer, listed.id from unnest(?) as listed (id)""", segmentNumber, ids));
            countDuplicates(connection, segmentNumber, ids);
            return null;
        });
    }

    /** Takes the list of a segment away, which nothing is made of. */
    void remove(int segmentNumber) {
        database.transaction(connection -> {
            ProfileChanges.noting(connection);
            return Database.update(
                    connection, Sql.of("delete from segment_profile where segment_number = ?", segmentNumber));
        });
    }

    private static void countDuplicates(Connection connection, int segmentNumber, String[] ids) throws SQLException {
        Database.update(connection, Sql.of("""
                        update segment set duplicates = ? - (
                            select count(*) from segment_profile where segment_number = segment.number)
                        where number = ?""", ids.length, segmentNumber));
    }

    private static void refuseImpossible(List<String> profileIds) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < profileIds.size() && errors.size() < MAX_ERRORS; i++) {
            String pointer = "/profileIds/" + i;
            ProfileId.refusal(profileIds.get(i)).ifPresent(refusal -> errors.add(new FieldError(pointer, refusal)));
        }
        if (!errors.isEmpty()) {
            throw InvalidSegment.of(errors);
        }
    }

    void copy(int from, int to) {
        database.transaction(connection -> {
            ProfileChanges.noting(connection);
            Database.update(connection, Sql.of("""
                            update segment set duplicates = (select duplicates from segment where number = ?)
                            where number = ?""", from, to));
            return Database.update(connection, Sql.of("""
                            insert into segment_profile (segment_number, profile_id)
                            select ?, profile_id from segment_profile where segment_number = ?""", to, from));
        });
    }
}
