package insights.segment.definition;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the ids that a static segment was given: each is one of a profile, unknown, or there already.
 *
 * @param given how many there were, without those who were erased since
 * @param known different ones that are of profiles there are now
 * @param unknown different ones of which there is no profile; they count when one comes
 * @param duplicates those that came before on the list, written in whatever way
 */
@Schema(description = "The ids that a static segment was given: given = known + unknown + duplicates")
public record ListedProfiles(
        @Schema(description = "Ids as they were given last") long given,

        @Schema(description = "Different ids of profiles that there are now")
        long known,

        @Schema(description = "Different ids of which there is no profile; they count when one comes")
        long unknown,

        @Schema(description = "Ids that came before on the list, written in whatever way")
        long duplicates) {

    private static final String COUNT = """
            select segment.duplicates, count(profile.profile_id), count(*)
            from segment join segment_profile listed on listed.segment_number = segment.number
            left join profile on profile.profile_id = listed.profile_id
            where segment.id = ? group by segment.duplicates""";

    static ListedProfiles of(Connection connection, UUID segment) throws SQLException {
        return Database.first(
                        connection, Sql.of(COUNT, segment), row -> of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .orElseGet(() -> new ListedProfiles(0, 0, 0, 0));
    }

    private static ListedProfiles of(long duplicates, long known, long different) {
        return new ListedProfiles(different + duplicates, known, different - known, duplicates);
    }
}
