package insights.export.definition;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.PostgresResource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What is in a database that was made before is there afterwards, in the new form. */
class MigrationTest {

    @Test
    void namesOfBeforeBecomeUniqueAndPeopleGetTheirSubjects() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = PostgresResource.server()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, "10.1");
            try (Connection connection = database.getConnection()) {
                for (String name :
                        List.of("News", "news", "NEWS 2", "News", "x".repeat(100), "X".repeat(100), "Other")) {
                    export(connection, name);
                }
                Database.update(connection, Sql.of("""
                        insert into audit_event (at, by_subject, by_name, action, target, display_name, changes)
                        select now(), 'subject-of-ada', 'ada', 'EXPORT_CREATED', id::text, display_name, '{}' from export
                        where display_name = 'Other'"""));
            }
            migrate(database, "10.2");
            try (Connection connection = database.getConnection()) {
                assertThat(strings(connection, "select display_name from export order by id"))
                        .containsExactly(
                                "News", "news 3", "NEWS 2", "News 4", "x".repeat(100), "X".repeat(98) + " 2", "Other");
                assertThat(strings(connection, "select version::text from export order by id"))
                        .as("who read it before reads it again before an edit")
                        .containsExactly("0", "1", "0", "1", "0", "1", "0");
                assertThat(strings(connection, "select created_by_subject from export order by id"))
                        .containsExactly("ada", "ada", "ada", "ada", "ada", "ada", "subject-of-ada");
            }
        }
    }

    @Test
    void whatWasAtAutopilotIsAtADestination() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = PostgresResource.server()) {
            DataSource database = postgres.getPostgresDatabase();
            migrate(database, "16.1");
            try (Connection connection = database.getConnection()) {
                Database.update(connection, Sql.of("""
                        insert into export (id, display_name, ledger_connection_id, segment_ids, data_matching, audience_mode,
                                            schedule, version, created_at, created_by, created_by_subject, updated_at,
                                            updated_by, updated_by_subject)
                        values (uuidv7(), 'News', uuidv7(), array[uuidv7()], '[]', 'LIST', '{"kind": "OFF"}', 0, now(), 'ada', 'ada',
                                now(), 'ada', 'ada')"""));
                Database.update(connection, Sql.of("""
                        insert into autopilot_list (export_id, segment_id, list_id) select id, id, 'list' from export"""));
                Database.update(connection, Sql.of("""
                        insert into autopilot_field (export_id, segment_id, field) select id, id, 'boolean--News' from export"""));
                Database.update(connection, Sql.of("""
                        insert into ledger (export_id, profile_id, address, rejection)
                        select id, 'p1', '\\x01', 'REFUSED_BY_AUTOPILOT' from export"""));
            }
            migrate(database, "17");
            try (Connection connection = database.getConnection()) {
                assertThat(strings(
                                connection,
                                "select list_id from audience_list union all select flag from audience_flag"))
                        .containsExactly("list", "boolean--News");
                assertThat(strings(connection, "select rejection from ledger"))
                        .containsExactly("REFUSED_BY_DESTINATION");
            }
        }
    }

    private static void export(Connection connection, String name) throws SQLException {
        Database.update(connection, Sql.of("""
                        insert into export (id, display_name, ledger_connection_id, segment_ids, data_matching, audience_mode,
                                            schedule, version, created_at, created_by, updated_at, updated_by)
                        values (uuidv7(), ?, ?, array[?], '[]', 'LIST', '{"kind": "OFF"}', 0, now(), 'ada', now(), 'ada')""", name, UUID.randomUUID(), UUID.randomUUID()));
    }

    private static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:src/main/resources/db/migration")
                .placeholders(Map.of("service-role", "postgres"))
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        return Database.list(connection, Sql.of(sql), row -> row.getString(1));
    }
}
