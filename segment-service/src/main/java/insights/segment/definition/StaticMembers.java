package insights.segment.definition;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The lists of static segments. */
@ApplicationScoped
class StaticMembers {

    private final Database database;

    StaticMembers(Database database) {
        this.database = database;
    }

    /** Puts the list in the place of the one before, and tells whether that had others on it. */
    boolean replace(int segmentNumber, List<String> profileIds) {
        String[] ids = profileIds.toArray(String[]::new);
        return database.transaction(connection -> {
            long gone = Database.update(connection, Sql.of("""
                            delete from segment_profile where segment_number = ?
                                and not exists (select from unnest(?) as listed (id) where listed.id = profile_id)""", segmentNumber, ids));
            long come = Database.update(connection, Sql.of("""
                            insert into segment_profile (segment_number, profile_id)
                            select distinct ?::integer, listed.id from unnest(?) as listed (id)
                            on conflict do nothing""", segmentNumber, ids));
            return gone + come > 0;
        });
    }

    void copy(int from, int to) {
        database.transaction(connection -> Database.update(connection, Sql.of("""
                        insert into segment_profile (segment_number, profile_id)
                        select ?, profile_id from segment_profile where segment_number = ?""", to, from)));
    }
}
