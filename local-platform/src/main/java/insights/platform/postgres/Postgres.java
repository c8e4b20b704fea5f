package insights.platform.postgres;

import insights.platform.process.PlatformFailure;
import insights.platform.process.RunFolder;
import insights.platform.secret.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL with a database for each service, which only that service can enter. */
public final class Postgres implements AutoCloseable {

    private static final String LOG = "postgresql";
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PASSWORDS_ONLY = """
        host all all samehost scram-sha-256
        """;

    private final int port;
    private final List<Database> databases;
    private final Secrets secrets;
    private final RunFolder folder;
    private final Path binaries;

    private EmbeddedPostgres server;
    private Postmaster postmaster;
    private Runnable onDeath = () -> {};
    private volatile boolean closed;

    /**
     * @param binaries folder where the server's programs are unpacked; they stay there for the next start
     */
    public Postgres(int port, List<Database> databases, Secrets secrets, RunFolder folder, Path binaries) {
        this.port = port;
        this.databases = databases;
        this.secrets = secrets;
        this.folder = folder;
        this.binaries = binaries;
        // The only way to keep the library off the system's folder for temporary files.
        System.setProperty("ot.epg.working-dir", unpacked(binaries).toString());
    }

    /** Starts it, and makes the databases. A start that was begun is finished before {@link #close()} does anything. */
    public synchronized void start() {
        if (closed) {
            throw new PlatformFailure("The platform is stopping: PostgreSQL is not started");
        }
        Redirect log = Redirect.appendTo(folder.log(LOG).toFile());
        try {
            makeFolder();
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data())
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("max_connections", "100")
                    // The library turns it off, and a server that is killed would forget what was acknowledged just
                    // before.
                    .setServerConfig("synchronous_commit", "on")
                    // Its data outlive a server that dies, but never the machine.
                    .setServerConfig("fsync", "off")
                    // A socket in the file system would be one in the system's folder for temporary files.
                    .setServerConfig("unix_socket_directories", "''")
                    .start();
            Files.setPosixFilePermissions(unpacked(binaries), PosixFilePermissions.fromString("rwx------"));
            secure();
            postmaster = Postmaster.of(data()).orElseThrow();
            tellOfItsDeath();
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            throw new PlatformFailure("PostgreSQL cannot be started. " + folder.why(LOG), e);
        }
    }

    /** Who is told when the server ends by itself. */
    public void onDeath(Runnable told) {
        onDeath = told;
    }

    /** Starts the server again over the data that it left, after it ended by itself. */
    public synchronized void startAgain() {
        if (closed) {
            throw new PlatformFailure("The platform is stopping: PostgreSQL is not started");
        }
        postmaster = postmaster
                .startedAgain(data(), folder.log(LOG), PATIENCE)
                .orElseThrow(() -> new PlatformFailure("PostgreSQL cannot be started. " + folder.why(LOG)));
        tellOfItsDeath();
    }

    private void tellOfItsDeath() {
        postmaster.onEnd(() -> {
            // Not under the lock: who closes it holds that, and waits for this end.
            if (!closed) {
                onDeath.run();
            }
        });
    }

    /** The library lets everybody write where it unpacks the server: nobody else gets that far. */
    private void makeFolder() throws IOException {
        Files.createDirectories(binaries);
        Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(unpacked(binaries));
    }

    private static Path unpacked(Path binaries) {
        return binaries.resolve("programs");
    }

    private void secure() throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("alter role postgres password '%s'".formatted(password(SUPERUSER)));
            for (Database database : databases) {
                create(database, sql);
            }
            // From here on nobody enters without a password.
            Files.writeString(data().resolve("pg_hba.conf"), PASSWORDS_ONLY);
            sql.execute("select pg_reload_conf()");
        }
    }

    private void create(Database database, Statement sql) throws SQLException {
        for (String role : database.roles()) {
            sql.execute("create role %s login password '%s'".formatted(role, password(role)));
        }
        sql.execute("create database %s owner %s".formatted(database.name(), database.owner()));
        sql.execute("revoke connect on database %s from public".formatted(database.name()));
        sql.execute("grant connect on database %s to %s".formatted(database.name(), database.user()));
    }

    /** JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    /** Password of a role. */
    public String password(String role) {
        return secrets.password("role " + role);
    }

    /** A connection to a database as the superuser, for whoever wants to look into it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password(SUPERUSER));
    }

    /** Where all its data is. */
    public Path data() {
        return folder.resolve("postgresql");
    }

    @Override
    public synchronized void close() {
        closed = true;
        // Read now: the library gives up after some seconds, and has no handle of a server that did not come up in
        // time.
        Optional<Postmaster> running = Postmaster.of(data());
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            running.ifPresent(Postmaster::end);
        }
    }
}
