package insights.segment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.PostgresResource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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

    /** Of keys of imports by names. Ada was called Bob before; another Ada shares her name; Old's first import has no subject. */
    @Test
    void keysOfImportsGoByTheSubject() throws SQLException {
        DataSource database = database("import_keys");
        migrate(database, "24");
        try (Connection connection = database.getConnection()) {
            anImport(connection, 1, "bob", "subject-of-ada", "both");
            anImport(connection, 2, "ada", "subject-of-ada", "both");
            anImport(connection, 3, "ada", "another-ada", "her own");
            anImport(connection, 4, "ada", "subject-of-ada", null);
            anImport(connection, 5, "eve", null, "in the audit");
            anImport(connection, 6, "eva", null, "in the audit");
            anImport(connection, 7, "old", null, "by name");
            Database.update(connection, Sql.of("""
                    insert into audit_event (at, by_subject, by_name, action, target, changes)
                    select now(), 'subject-of-eve', started_by, 'IMPORT_STARTED', id::text, '{}' from profile_import
                    where idempotency_key = 'in the audit'"""));
        }
        migrate(database, "25");
        try (Connection connection = database.getConnection()) {
            assertThat(Database.list(connection, Sql.of("""
                                    select concat_ws(' ', removed, started_by, coalesce(started_by_subject, '?'), idempotency_key)
                                    from profile_import order by removed"""), row -> row.getString(1)))
                    .containsExactly(
                            "1 bob subject-of-ada",
                            "2 ada subject-of-ada both",
                            "3 ada another-ada her own",
                            "4 ada subject-of-ada",
                            "5 eve subject-of-eve",
                            "6 eva subject-of-eve in the audit",
                            "7 old ? by name");
            anImport(connection, 8, "ada", "another-ada", "both");
            assertThatThrownBy(() -> anImport(connection, 9, "carl", "another-ada", "both"))
                    .hasMessageContaining("profile_import_by_key");
            assertThatThrownBy(() -> anImport(connection, 9, "old", null, "by name"))
                    .hasMessageContaining("profile_import_by_key_and_name");
        }
    }

    /** @param number in order of the days on which they were started; kept where a count is */
    private static void anImport(Connection connection, int number, String name, String subject, String key)
            throws SQLException {
        Database.update(connection, Sql.of("""
                        insert into profile_import (id, status, mode, removed, started_at, started_by, started_by_subject, idempotency_key)
                        values (gen_random_uuid(), 'SUCCESSFUL', 'UPSERT', ?, now() + ? * interval '1 day', ?, ?, ?)""", number, number, name, subject, key));
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
                .placeholders(Map.of("service-role", "postgres"))
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
