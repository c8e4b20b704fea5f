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

    /** Puts the list in the place of the one before. */
    void replace(int segmentNumber, List<String> profileIds) {
        database.transaction(connection -> {
            Database.update(connection, Sql.of("delete from segment_profile where segment_number = ?", segmentNumber));
            return Database.update(connection, Sql.of("""
                            insert into segment_profile (segment_number, profile_id)
                            select distinct ?::integer, profile_id from unnest(?) as profile_id""", segmentNumber, profileIds.toArray(String[]::new)));
        });
    }

    void copy(int from, int to) {
        database.transaction(connection -> Database.update(connection, Sql.of("""
                        insert into segment_profile (segment_number, profile_id)
                        select ?, profile_id from segment_profile where segment_number = ?""", to, from)));
    }
}
