package insights.segment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.PostgresResource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in a database that was made before is there afterwards, in the new form. */
class MigrationTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = PostgresResource.server();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void carriesTheOldAuditOver() throws SQLException {
        DataSource database = database("audit");
        migrate(database, "8.1");
        try (Connection connection = database.getConnection()) {
            old(
                    connection,
                    "segment.create",
                    null,
                    "{\"id\":\"s\",\"displayName\":\"A\",\"rule\":{\"value\":\"a@b.example\"}}");
            old(
                    connection,
                    "segment.edit",
                    "{\"displayName\":\"A\",\"version\":0,\"status\":\"ACTIVE\"}",
                    "{\"displayName\":\"B\",\"version\":1,\"status\":\"ACTIVE\"}");
            old(connection, "segment.duplicate", "{\"id\":\"s\"}", "{\"id\":\"t\",\"displayName\":\"C\"}");
            old(connection, "profile.erase", null, null);
        }
        migrate(database, "9");
        try (Connection connection = database.getConnection()) {
            assertThat(events(connection))
                    .containsExactly(
                            "SEGMENT_CREATED A {\"rule\": {\"to\": \"{\\\"value\\\": \\\"•••@•••\\\"}\", \"from\": null},"
                                    + " \"displayName\": {\"to\": \"A\", \"from\": null}}",
                            "SEGMENT_EDITED B {\"displayName\": {\"to\": \"B\", \"from\": \"A\"}}",
                            "SEGMENT_DUPLICATED C {\"copyOf\": {\"to\": \"s\", \"from\": null}}",
                            "PROFILE_ERASED null {}");
        }
    }

    @Test
    void saysEverybodyOutrightWhereARuleHadNoParts() throws SQLException {
        DataSource database = database("everybody");
        migrate(database, "9");
        try (Connection connection = database.getConnection()) {
            Database.update(connection, Sql.of("""
                    insert into segment (id, display_name, rule, status, version, created_at, created_by, updated_at, updated_by)
                    values (gen_random_uuid(), 'A', '{"any": [{"all": []}, {"field": "{\\"all\\": []}", "op": "exists"}]}',
                        'ACTIVE', 0, now(), 'ada', now(), 'bob')"""));
            Database.update(connection, Sql.of("""
                    insert into audit_event (at, by_subject, by_name, action, target, changes)
                    select now(), 'subject-of-ada', 'ada', 'SEGMENT_CREATED', id::text, '{}' from segment"""));
            Database.update(connection, Sql.of("""
                    insert into refresh (id, status, requested_at, requested_by, idempotency_key)
                    values (gen_random_uuid(), 'SUCCESSFUL', now(), 'schedule', 'due'),
                        (gen_random_uuid(), 'SUCCESSFUL', now(), 'ada', 'key')"""));
        }
        migrate(database, "10");
        try (Connection connection = database.getConnection()) {
            assertThat(Database.list(
                            connection,
                            Sql.of(
                                    "select rule::text || ' ' || created_by_subject || ' ' || updated_by_subject from segment"),
                            row -> row.getString(1)))
                    .containsExactly(
                            "{\"any\": [{\"everybody\": true}, {\"op\": \"exists\", \"field\": \"{\\\"all\\\": []}\"}]}"
                                    + " subject-of-ada bob");
            assertThat(Database.list(
                            connection,
                            Sql.of(
                                    "select concat_ws(' ', trigger, requested_by, requested_by_subject) from refresh order by 1"),
                            row -> row.getString(1)))
                    .containsExactly("ON_DEMAND ada ada", "SCHEDULED");
        }
    }

    private static DataSource database(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Database.update(connection, Sql.of("create database " + name));
        }
        return postgres.getDatabase("postgres", name);
    }

    private static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:src/main/resources/db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void old(Connection connection, String action, String before, String after) throws SQLException {
        Database.update(connection, Sql.of("""
                        insert into audit_entry (at, subject, name, action, target_type, target, before, after)
                        values (now(), 'subject', 'name', ?, 'any', 'target', ?::jsonb, ?::jsonb)""", action, before, after));
    }

    private static List<String> events(Connection connection) throws SQLException {
        return Database.list(
                connection,
                Sql.of(
                        "select action || ' ' || coalesce(display_name, 'null') || ' ' || changes from audit_event order by id"),
                row -> row.getString(1));
    }
}
