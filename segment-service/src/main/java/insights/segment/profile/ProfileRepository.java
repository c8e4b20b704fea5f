package insights.segment.profile;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.change.ProfileChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads and removes profiles. They are written by imports only. */
@ApplicationScoped
public class ProfileRepository {

    private static final Sql SELECT = Sql.of("select profile_id, attributes, updated_at from profile");

    public Optional<Profile> find(Connection connection, String profileId) throws SQLException {
        return Database.first(connection, SELECT.then(" where profile_id = ?", profileId), ProfileRepository::profile);
    }

    /**
     * Profiles in order of their ids.
     *
     * @param after the id before the first; null for the beginning
     * @param search the beginning of an id, or exactly a text value of any attribute; null for all
     */
    public List<Profile> list(Connection connection, String after, String search, int limit) throws SQLException {
        Sql sql = SELECT.then(" where profile_id > ?", after == null ? "" : after);
        if (search != null) {
            sql = sql.then(
                    " and (starts_with(profile_id, ?) or jsonb_path_exists(attributes, '$.* ? (@ == $q)',"
                            + " jsonb_build_object('q', ?::text)))",
                    search,
                    search);
        }
        return Database.list(connection, sql.then(" order by profile_id limit ?", limit), ProfileRepository::profile);
    }

    /** Of the profiles that are there, those of the fields that they have. */
    List<InternalProfileResource.Attributes> attributes(
            Connection connection, List<String> profileIds, List<String> fields) throws SQLException {
        Sql sql = Sql.of("""
                select profile_id, (select coalesce(jsonb_object_agg(key, value), '{}')
                                    from jsonb_each(attributes) where key = any (?))
                from profile where profile_id = any (?)""", fields.toArray(String[]::new), profileIds.toArray(String[]::new));
        return Database.list(
                connection, sql, row -> new InternalProfileResource.Attributes(row.getString(1), row.getString(2)));
    }

    /** The texts that the profile has in these fields. */
    List<String> texts(Connection connection, String profileId, List<String> fields) throws SQLException {
        return Database.list(
                connection,
                Sql.of(
                        "select attributes ->> name from profile, unnest(?) as name"
                                + " where profile_id = ? and attributes ->> name is not null",
                        fields.toArray(String[]::new),
                        profileId),
                row -> row.getString(1));
    }

    /** All texts that the profile has. */
    List<String> texts(Connection connection, String profileId) throws SQLException {
        return Database.list(
                connection,
                Sql.of(
                        "select value #>> '{}' from profile, jsonb_each(attributes)"
                                + " where profile_id = ? and jsonb_typeof(value) = 'string'",
                        profileId),
                row -> row.getString(1));
    }

    /** Removes the profile from wherever its id is. */
    void erase(Connection connection, String profileId) throws SQLException {
        ProfileChanges.noting(connection);
        for (String table : List.of("profile", "membership", "segment_profile")) {
            Database.update(connection, Sql.of("delete from " + table + " where profile_id = ?", profileId));
        }
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                null,
                null);
    }
}
