package insights.segment.profile;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tables of profiles can be shared out by the profile's id, over partitions or machines (docs/growth.md): whatever is
 * unique in them has the id in it.
 */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class DistributionTest {

    private static final Sql TABLES = Sql.of("""
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'profile_id' order by table_name""");

    private static final Sql UNIQUE_WITHOUT_THE_ID = Sql.of("""
            select index.indrelid::regclass::text from pg_index as index
            join pg_attribute as id on id.attrelid = index.indrelid and id.attname = 'profile_id'
            join pg_class as relation on relation.oid = index.indrelid and relation.relnamespace = 'public'::regnamespace
            where index.indisunique and id.attnum <> all (index.indkey)""");

    /** People who opted out are known by a hash, also when there is no profile any more. */
    private static final String OF_PEOPLE = "opt_out";

    @Inject
    Database database;

    @Test
    void everyTableOfProfilesCanBeSharedOutByTheirIds() {
        // Whoever adds one thinks of it here.
        assertThat(list(TABLES))
                .containsExactly(
                        "erasure_announcement",
                        "membership",
                        OF_PEOPLE,
                        "profile",
                        "profile_change",
                        "segment_profile");
        assertThat(list(UNIQUE_WITHOUT_THE_ID)).containsExactly(OF_PEOPLE);
    }

    private List<String> list(Sql sql) {
        return database.transaction(connection -> Database.list(connection, sql, row -> row.getString(1)));
    }
}
