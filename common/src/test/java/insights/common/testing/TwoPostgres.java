package insights.common.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL, and a standby that has all that was committed and takes its place when told to. */
public final class TwoPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final int first = FreePort.next();
    private final int second = FreePort.next();
    private EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    /** @param folder where their data are; it is made anew */
    public TwoPostgres(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        delete(this.folder);
        Files.createDirectories(this.folder);
        start(first, data("first")).close();
        copy(data("first"), data("second"));
        primary = start(first, data("first"));
        Files.createFile(data("second").resolve("standby.signal"));
        standby = start(second, data("second"));
        // Nothing is acknowledged that the standby does not have.
        execute(first, "alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
    }

    /** JDBC address of the primary's database {@code postgres}, as {@link TwoRoleDatabase#make} wants it. */
    public String superuser() {
        return primary.getJdbcUrl(SUPERUSER, SUPERUSER);
    }

    public int primary() {
        return first;
    }

    public int standby() {
        return second;
    }

    /** Ends the primary. */
    public void losePrimary() throws IOException {
        primary.close();
        primary = null;
    }

    /** The standby takes the primary's place, once nobody waits for it. */
    public void promote() {
        execute(second, "select pg_promote()");
    }

    private EmbeddedPostgres start(int port, Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("wal_keep_size", "256MB")
                .setServerConfig("primary_conninfo", "'host=localhost port=%d user=%s'".formatted(first, SUPERUSER))
                .start();
    }

    private Path data(String server) {
        return folder.resolve(server);
    }

    private static void execute(int port, String... statements) {
        String url = "jdbc:postgresql://localhost:%d/postgres?user=%s".formatted(port, SUPERUSER);
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path path : below(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()), new CopyOption[] {
                StandardCopyOption.COPY_ATTRIBUTES
            });
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : below(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    /** A folder comes before what is in it. */
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }

    @Override
    public void close() {
        try {
            standby.close();
            if (primary != null) {
                primary.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
