package insights.segment.definition;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.validation.constraints.NotNull;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the next refresh would change about the members of a segment.
 *
 * @param before how many it has now, by the refreshes so far
 * @param after how many it would have; none when it is inactive then
 */
public record MembersChange(
        @NotNull UUID id,
        @NotNull String displayName,

        @Schema(description = "Members now, by the refreshes so far")
        long before,

        @Schema(
                description =
                        "Members after the next refresh, by the profiles as they are now; none when it is inactive then")
        long after,

        long joined,
        long left) {

    private static final String COUNT = """
             as after, m.profile_id is not null as before
            from profile p left join (
                select profile_id from membership where until is null and segments @> array[?::integer]) m
                on m.profile_id = p.profile_id)
            select count(*) filter (where before), count(*) filter (where after),
                count(*) filter (where after and not before), count(*) filter (where before and not after)
            from change""";

    /** @param condition on a row of {@code profile p}, never null */
    static MembersChange of(Connection connection, UUID id, String displayName, int number, Sql condition)
            throws SQLException {
        return Database.first(
                        connection,
                        Sql.of("with change as (select ").then(condition).then(COUNT, number),
                        row -> new MembersChange(
                                id, displayName, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .orElseThrow();
    }
}
