package insights.export.rejection;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.matching.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who was not exported by a run, as its delivery has written it. */
@ApplicationScoped
public class RejectionRepository {

    private final Database database;

    RejectionRepository(Database database) {
        this.database = database;
    }

    /**
     * In order of the profile ids.
     *
     * @param reasons one of these; empty for all
     * @param beginning of the ids; null for all
     */
    List<RunRejection> list(UUID run, String after, List<RejectionReason> reasons, String beginning, int limit) {
        Sql sql = Sql.of(
                "select profile_id, reason, other_profile_id, field from rejection where run_id = ? and profile_id > ?",
                run,
                after == null ? "" : after);
        if (!reasons.isEmpty()) {
            sql = sql.then(" and reason = any (?)", (Object)
                    reasons.stream().map(Enum::name).toArray(String[]::new));
        }
        Sql asked = beginning == null ? sql : sql.then(" and starts_with(profile_id, ?)", beginning);
        return database.transaction(
                connection -> Database.list(connection, asked.then(" order by profile_id limit ?", limit), row -> {
                    RejectionReason found = RejectionReason.valueOf(row.getString(2));
                    return new RunRejection(row.getString(1), found, found.text(), row.getString(3), row.getString(4));
                }));
    }

    /** How many there are of each reason. */
    public List<RejectionCount> counts(UUID run) {
        return database.transaction(connection -> Database.list(
                connection,
                Sql.of("select reason, count(*) from rejection where run_id = ? group by reason order by reason", run),
                row -> {
                    RejectionReason reason = RejectionReason.valueOf(row.getString(1));
                    return new RejectionCount(reason, reason.text(), row.getLong(2));
                }));
    }
}
