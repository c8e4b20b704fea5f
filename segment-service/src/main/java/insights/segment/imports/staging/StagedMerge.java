package insights.segment.imports.staging;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.change.ProfileChanges;
import insights.segment.imports.request.ImportMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Brings the lines of the {@link StagingTable} into the profiles. Most lines of most files say what is stored; so those that
 * do not are found first, and these alone are merged.
 */
public record StagedMerge(Connection connection) {

    /** Attributes that the file has override those that are there, and take them away where it has no value. */
    private static final String COMBINED = """
        case when staging.cleared is null then profile.attributes || staging.attributes
            else (profile.attributes || staging.attributes) - staging.cleared end""";

    /** What is the same byte by byte is quickly seen to be. */
    private static final String ARE_THE_SAME = "record_image_eq(row(profile.attributes), row(staging.attributes))";

    /** The same as being equal to what is combined, without making it: values are scalars. */
    private static final String CONTAINS_IT = """
        (%s or profile.attributes @> staging.attributes)
            and (staging.cleared is null or not jsonb_exists_any(profile.attributes, staging.cleared))""".formatted(ARE_THE_SAME);

    /** What could not be read of a line stays as it is. */
    private static final String REPLACED = """
        case when staging.kept is null then staging.attributes
            else coalesce(
                (select jsonb_object_agg(key, value) from jsonb_each(profile.attributes) where key = any (staging.kept)),
                '{}') || staging.attributes end""";

    private static final String IS_IT = "(%s or profile.attributes = %s)".formatted(ARE_THE_SAME, REPLACED);

    /**
     * In order of their ids both lines and profiles are walked once; whatever else is done with many of them writes them to
     * the disk in between.
     */
    private static final Sql ORDER = Sql.of("create index on staging (profile_id)");

    private static final String FIND = """
        insert into differing
        select staging.ctid from staging left join profile on profile.profile_id = staging.profile_id
        where profile.profile_id is null or not (%s)""";

    /** The lines that are merged, once they were found, as a table of the name {@code staging} in SQL. */
    public static final String CHANGING = "(differing join staging on staging.ctid = differing.place)";

    /** Whose changed is noted, unless that is too many to tell. */
    private static final String MERGE = """
        with merged as (
            merge into profile
            using (select staging.* from differing join staging on staging.ctid = differing.place) as staging
            on profile.profile_id = staging.profile_id
            when matched then
                update set attributes = %s, updated_at = ?
            when not matched then
                insert (profile_id, attributes, updated_at)
                    values (staging.profile_id, staging.attributes, ?)
            returning merge_action() as action, profile.profile_id, profile.ctid as place),
        counted as (
            select count(*) as changed, count(*) filter (where action = 'INSERT') as inserted from merged),
        noted as (
            insert into profile_change (profile_id, place)
            select merged.profile_id, merged.place from merged cross join counted where counted.changed <= ?
            union all select null, null from counted where counted.changed > ?)
        select inserted, changed - inserted from counted""";

    private static final String FIRST =
            "insert into profile (profile_id, attributes, updated_at) select profile_id, attributes, ? from staging";

    private static final String REMOVE_OTHERS = """
        delete from profile
        where not exists (select from staging where staging.profile_id = profile.profile_id)
            and not exists (select from spared where spared.profile_id = profile.profile_id)""";

    /** Members are profiles that are there. */
    private static final String REMOVE_MEMBERS = """
        delete from membership
        where not exists (select from profile where profile.profile_id = membership.profile_id)""";

    /** It only has to be seen that lines and profiles lie in order of their ids, and how wide they are. */
    private static final Sql FEW_ROWS = Sql.of("select set_config('default_statistics_target', '10', true)");

    /**
     * What became of the staged rows and of the profiles that are not among them.
     */
    public record Changes(long inserted, long updated, long removed) {

        public boolean areNone() {
            return inserted + updated + removed == 0;
        }
    }

    /** Looks at the lines that change something, while the profiles are as they were. */
    @FunctionalInterface
    public interface Look {

        /** Once they are found. */
        void at(Connection connection) throws SQLException;
    }

    /** The condition that a profile is already as the line of {@code staging} wants it. */
    static String saysWhatIsThere(ImportMode mode) {
        return mode == ImportMode.REPLACE ? IS_IT : CONTAINS_IT;
    }

    /**
     * Does all of it.
     *
     * @param ascending whether the lines came in order of their ids
     * @param profiles how many there are before it; not asked where nothing changes
     * @param look at what is {@link #CHANGING}
     */
    public Changes merge(ImportMode mode, boolean ascending, ProfileCount profiles, Look look, Instant now)
            throws SQLException {
        boolean replace = mode == ImportMode.REPLACE;
        long removed = replace ? removeOthers(profiles) : 0;
        Database.list(connection, FEW_ROWS, row -> Boolean.TRUE);
        if (isNobodyThere()) {
            profiles.getAsLong();
            long inserted = Database.update(connection, Sql.of(FIRST, now));
            ProfileChanges.everybody(connection);
            Database.update(connection, Sql.of("analyze profile (profile_id, attributes)"));
            return new Changes(inserted, 0, removed);
        }
        if (ascending) {
            Database.update(connection, ORDER);
            Database.update(connection, Sql.of("analyze staging (profile_id, attributes)"));
        }
        if (findDiffering(mode) == 0) {
            return new Changes(0, 0, removed);
        }
        long before = profiles.getAsLong() - removed;
        look.at(connection);
        return mergeDiffering(replace ? REPLACED : COMBINED, removed, before, now);
    }

    private long removeOthers(ProfileCount profiles) throws SQLException {
        profiles.getAsLong();
        long removed = Database.update(connection, Sql.of(REMOVE_OTHERS));
        if (removed > 0) {
            Database.update(connection, Sql.of(REMOVE_MEMBERS));
        }
        return removed;
    }

    private boolean isNobodyThere() throws SQLException {
        return Database.first(connection, Sql.of("select from profile limit 1"), row -> true)
                .isEmpty();
    }

    /** How many there are. */
    private long findDiffering(ImportMode mode) throws SQLException {
        Database.update(connection, Sql.of("create temporary table differing (place tid not null) on commit drop"));
        return Database.update(connection, Sql.of(FIND.formatted(saysWhatIsThere(mode))));
    }

    private Changes mergeDiffering(String attributes, long removed, long before, Instant now) throws SQLException {
        long most = ProfileChanges.most(before);
        Changes changes = Database.first(
                        connection,
                        Sql.of(MERGE.formatted(attributes), now, now, most, most),
                        row -> new Changes(row.getLong(1), row.getLong(2), removed))
                .orElseThrow();
        ProfileChanges.limit(connection, before + changes.inserted());
        return changes;
    }
}
