package insights.segment.profile;

import insights.common.address.EmailAddress;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which profile is meant by an id that is an address: people write one as they like, and whoever erases
 * {@code zoe@example.com} does not mean that {@code Zoe@Example.com} stays.
 */
@Singleton
public class AddressedProfiles {

    /** So many are named. */
    private static final int MOST_NAMED = 10;

    AddressedProfiles() {}

    /**
     * The id of the profile that is meant: this one where a profile has exactly it, or else the one that is the same address;
     * this one, too, where there is none.
     *
     * @throws insights.common.problem.HttpProblem when there are several of the same address
     */
    String meant(Connection connection, String profileId) throws SQLException {
        List<String> same = ofSameAddress(connection, profileId);
        if (same.size() > 1) {
            throw Problem.of(
                    CommonProblem.CONFLICT,
                    "No profile has exactly this id, and %d have the same address as theirs: %s. Nothing was done: send one of these ids as it is written here."
                            .formatted(
                                    same.size(),
                                    same.stream()
                                            .limit(MOST_NAMED)
                                            .map("\"%s\""::formatted)
                                            .collect(Collectors.joining(", "))));
        }
        return same.isEmpty() ? profileId : same.getFirst();
    }

    /** Where no profile has exactly this id, those of the ids that are the same address. */
    List<String> ofSameAddress(Connection connection, String profileId) throws SQLException {
        Optional<EmailAddress> address = EmailAddress.parse(profileId);
        if (address.isEmpty() || isThere(connection, profileId)) {
            return List.of();
        }
        String canonical = address.get().canonical();
        return Database.list(
                        connection,
                        Sql.of(
                                "select profile_id from profile where profile_id like '%@%'"
                                        + " and lower(split_part(profile_id, '@', 1)) = ? order by profile_id",
                                canonical.substring(0, canonical.indexOf('@'))),
                        row -> row.getString(1))
                .stream()
                .filter(id -> EmailAddress.parse(id).equals(address))
                .toList();
    }

    private static boolean isThere(Connection connection, String profileId) throws SQLException {
        return Database.first(connection, Sql.of("select from profile where profile_id = ?", profileId), row -> true)
                .isPresent();
    }
}
