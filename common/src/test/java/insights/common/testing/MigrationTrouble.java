package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What may go wrong while a cluster migrates, beyond what every service binds: the code is that of all three, so that one of
 * them shows it for all.
 */
public abstract class MigrationTrouble extends MigrationContract {

    private static final String LATER = "9001";
    private static final String URL = "quarkus.datasource.jdbc.url";

    @Test
    void saysThatAPasswordIsWrong() throws SQLException, IOException {
        askForPasswords();
        Map<String, String> wrong = owner();
        wrong.put("quarkus.flyway.password", "a-wrong-one");
        try (PackagedService migration = migrate(wrong)) {
            assertThat(migration.untilItsEnd())
                    .contains("password authentication failed for user")
                    .doesNotContain("a-wrong-one");
            assertThat(migration.status()).isNotZero();
        }
        assertThat(migrations()).isEmpty();
    }

    @Test
    void migratesOnceWhenThreeBeginTogether() throws SQLException {
        List<PackagedService> three =
                Stream.generate(() -> migrate(owner())).limit(3).toList();
        try {
            List<String> said = three.stream().map(PackagedService::untilItsEnd).toList();
            assertThat(three).as("%s", said).allMatch(migration -> migration.status() == 0);
            // Flyway locks for each migration: two may take turns, and both have applied some then, none twice.
            assertThat(said).anyMatch(text -> text.contains("Successfully applied"));
        } finally {
            three.forEach(PackagedService::close);
        }
        assertThat(migrations()).doesNotHaveDuplicates().isNotEmpty();
    }

    /** Who rolls back has the database of the release that was tried. */
    @Test
    void endsWellOnTheDatabaseOfALaterRelease() throws SQLException {
        try (PackagedService migration = migrate(owner())) {
            migration.untilItsEnd();
            assertThat(migration.status()).isZero();
        }
        addOneOfALaterRelease();
        List<String> before = migrations();
        try (PackagedService again = migrate(owner())) {
            assertThat(again.untilItsEnd()).contains(LATER).doesNotContain("ERROR");
            assertThat(again.status()).isZero();
        }
        assertThat(migrations()).isEqualTo(before).contains(LATER);
    }

    @Test
    void waitsForADatabaseThatRefusesForAMoment() throws IOException {
        URI database = URI.create(owner().get(URL).substring("jdbc:".length()));
        int port = FreePort.next();
        Map<String, String> refused = owner();
        refused.put(URL, "jdbc:" + database.toString().replace(":" + database.getPort(), ":" + port));
        try (PackagedService migration = migrate(refused)) {
            migration.until("Retrying in");
            try (Relay relay = new Relay(port, database.getPort())) {
                relay.open();
                assertThat(migration.untilItsEnd()).contains("Successfully applied");
                assertThat(migration.status()).isZero();
            }
        }
    }

    @Test
    void givesUpWhatSomebodyElseKeeps() throws SQLException {
        try (PackagedService migration = migrate(owner())) {
            migration.untilItsEnd();
        }
        Map<String, String> impatient = new HashMap<>(owner());
        impatient.put("insights.database.lock", "1s");
        try (Connection holder = DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY));
                Statement sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("lock table flyway_schema_history");
            try (PackagedService migration = migrate(impatient)) {
                assertThat(migration.endsWithin(Duration.ofSeconds(60))).isTrue();
                assertThat(migration.untilItsEnd()).contains("canceling statement due to lock timeout");
                assertThat(migration.status()).isNotZero();
            }
        }
    }

    @Test
    void theServiceStopsWhenItIsToldToWhileItWaits() {
        try (PackagedService service = PackagedService.start(itself(Integer.toString(FreePort.next())))) {
            service.until(NOT_MIGRATED);
            service.tellToStop();
            assertThat(service.endsWithin(Duration.ofSeconds(60))).isTrue();
        }
    }

    private static void addOneOfALaterRelease() throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY));
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                        installed_by, execution_time, success)
                    select max(installed_rank) + 1, '%s', 'of a later release', 'SQL', 'later.sql', 1, 'owner', 1, true
                    from flyway_schema_history
                    """.formatted(LATER));
        }
    }

    /** The server of the tests lets everybody in, unless told otherwise. */
    private static void askForPasswords() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY));
                Statement sql = connection.createStatement()) {
            try (ResultSet file = sql.executeQuery("show hba_file")) {
                file.next();
                Files.writeString(Path.of(file.getString(1)), """
                        host all postgres samehost trust
                        host all all samehost scram-sha-256
                        """);
            }
            sql.execute("select pg_reload_conf()");
        }
    }
}
