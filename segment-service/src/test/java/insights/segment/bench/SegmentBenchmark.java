package insights.segment.bench;

import insights.common.testing.BenchmarkNames;
import insights.common.testing.OidcResource;
import insights.common.testing.TwoRoleDatabase;
import insights.segment.SegmentDatabase;
import insights.segment.ServiceProcess;
import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * How the service compares with PostgreSQL by itself, both measured in one run on one machine. Prints a line {@code ratio
 * NAME VALUE} each for import-vs-copy (rate of the import by that of COPY), refresh-vs-sql (time of a refresh by that of
 * its SELECTs run by hand) and stream-vs-psql (rate of the stream by that of psql); and what {@link ChangeBenchmark} has.
 */
public final class SegmentBenchmark {

    private static final String FIELDS = "email,first_name,country,spend,last_order";
    private static final List<String> NAMES = List.of(
            "import-vs-copy",
            "import-same",
            "refresh-vs-sql",
            "refresh-nothing",
            "refresh-one-percent",
            "stream-vs-psql");
    private static final int SOME = 10_000;
    private static final Path PSQL = Path.of("/usr/bin/psql");

    private final int profiles;
    private final EmbeddedPostgres postgres;
    private final ServiceClient service;
    private final long pid;
    private final Path files;
    private final PrintStream out;
    private final List<String> names;
    private final ChangeBenchmark changes;

    /** @param names of what is measured; all when empty */
    private SegmentBenchmark(
            int profiles,
            EmbeddedPostgres postgres,
            ServiceClient service,
            long pid,
            Path files,
            PrintStream out,
            List<String> names) {
        this.profiles = profiles;
        this.postgres = postgres;
        this.service = service;
        this.pid = pid;
        this.files = files;
        this.out = out;
        this.names = names;
        this.changes = new ChangeBenchmark(profiles, service, files, out);
    }

    /** @param arguments names of benchmarks, none for all; and perhaps a number of profiles, else a million */
    public static void main(String[] arguments) throws Exception {
        int profiles = 1_000_000;
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.chars().allMatch(Character::isDigit)) {
                profiles = Integer.parseInt(argument);
            } else {
                names.add(argument);
            }
        }
        BenchmarkNames.require(names, NAMES);
        Path files = Files.createDirectories(Path.of("target/bench"));
        OidcResource oidc = new OidcResource();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> configuration = new HashMap<>(oidc.start());
            configuration.putAll(
                    TwoRoleDatabase.make(postgres.getJdbcUrl("postgres", "postgres"), SegmentDatabase.NAME));
            configuration.put("insights.erasure.key", "not-a-secret-only-for-this-run-of-the-bench");
            configuration.put("insights.announcement.poll", "off");
            // Nobody is told of refreshes, but the service starts only when it knows whom.
            configuration.put("quarkus.rest-client.export-service.url", "http://localhost:9");
            try (ServiceProcess process = ServiceProcess.start(configuration, files.resolve("service.log"));
                    ServiceClient service = new ServiceClient(process.address())) {
                new SegmentBenchmark(profiles, postgres, service, process.pid(), files, System.out, names).run();
            }
        } finally {
            oidc.stop();
        }
    }

    private boolean isMeasured(String... any) {
        return names.isEmpty() || Arrays.stream(any).anyMatch(names::contains);
    }

    private void run() throws Exception {
        imports(isMeasured("import-vs-copy"));
        if (isMeasured("refresh-vs-sql", "refresh-nothing", "refresh-one-percent", "stream-vs-psql")) {
            List<String> segments = new ArrayList<>();
            for (SampleSegment segment : SampleSegment.ALL) {
                segments.add(service.createSegment("Sample " + segments.size(), segment.rule()));
            }
            refreshes(segments);
            if (isMeasured("stream-vs-psql")) {
                streamVersusPsql(segments.getFirst());
            }
        }
    }

    private void imports(boolean measured) throws Exception {
        Path csv = files.resolve("profiles.csv");
        Customers.writeCsv(csv, profiles);
        double copy = 0;
        if (measured) {
            Path json = files.resolve("profiles.json");
            Customers.writeJson(json, profiles);
            copy = Timing.seconds(() -> copy(json));
        }
        JsonPath[] result = new JsonPath[1];
        double imported = Timing.seconds(() -> result[0] = service.importCsv(csv));
        if (result[0].getLong("inserted") != profiles) {
            throw new IllegalStateException(result[0].prettify());
        }
        out.printf(Locale.ROOT, "import of %d profiles: %.1f s; bare COPY: %.1f s%n", profiles, imported, copy);
        if (measured) {
            Timing.ratio(out, "import-vs-copy", copy / imported);
        }
        if (isMeasured("import-same")) {
            changes.importSame(csv, imported);
        }
    }

    private void copy(Path json) throws SQLException, IOException {
        try (Connection connection =
                        postgres.getDatabase("postgres", SegmentDatabase.NAME).getConnection();
                Statement statement = connection.createStatement();
                InputStream in = Files.newInputStream(json)) {
            statement.execute("create table bare (attributes jsonb)");
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bare from stdin", in, 256 * 1024);
            statement.execute("drop table bare");
        }
    }

    private void refreshes(List<String> segments) throws Exception {
        JsonPath[] result = new JsonPath[1];
        double refreshed = Timing.seconds(() -> result[0] = service.refresh());
        double again = Timing.seconds(service::refresh);
        if (isMeasured("refresh-vs-sql")) {
            refreshVersusSql(segments, result[0], refreshed, again);
        }
        if (isMeasured("refresh-nothing")) {
            changes.refreshNothing(refreshed, again);
        }
        if (isMeasured("refresh-one-percent")) {
            changes.refreshOnePercent(segments, refreshed);
        }
    }

    private void refreshVersusSql(List<String> segments, JsonPath result, double refreshed, double again)
            throws Exception {
        long[] byHand = new long[segments.size()];
        double selects = Timing.seconds(() -> count(byHand));
        long[] inMemory = new long[segments.size()];
        Customers.generate(profiles, customer -> {
            for (int i = 0; i < inMemory.length; i++) {
                if (SampleSegment.ALL.get(i).test().test(customer)) {
                    inMemory[i]++;
                }
            }
        });
        for (int i = 0; i < byHand.length; i++) {
            long size = result.getLong("segments.find { it.id == '" + segments.get(i) + "' }.size");
            if (size != byHand[i] || size != inMemory[i]) {
                throw new IllegalStateException("segment %d has %d members, by hand %d, in memory %d"
                        .formatted(i, size, byHand[i], inMemory[i]));
            }
        }
        out.printf(
                Locale.ROOT,
                "refresh of %d segments: first %.1f s, again %.1f s; SELECTs by hand: %.1f s; all %d sizes are equal, by hand"
                        + " and in memory%n",
                segments.size(),
                refreshed,
                again,
                selects,
                segments.size());
        Timing.ratio(out, "refresh-vs-sql", refreshed / selects);
    }

    private void count(long[] sizes) throws SQLException {
        try (Connection connection =
                        postgres.getDatabase("postgres", SegmentDatabase.NAME).getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < sizes.length; i++) {
                try (ResultSet rows = statement.executeQuery("select count(*) from profile where "
                        + SampleSegment.ALL.get(i).sql())) {
                    rows.next();
                    sizes[i] = rows.getLong(1);
                }
            }
        }
    }

    private void streamVersusPsql(String everyone) throws Exception {
        if (!Files.isExecutable(PSQL)) {
            out.println("stream-vs-psql is left out: there is no " + PSQL);
            return;
        }
        double streamed = Timing.seconds(() -> service.drainMembers(everyone, FIELDS, "", () -> {}));
        double psql = Timing.seconds(this::psql);
        out.printf(
                Locale.ROOT,
                "stream of %d members in a heap of 256 MiB: %.1f s; psql: %.1f s%n",
                profiles,
                streamed,
                psql);
        long[] live = new long[2];
        service.drainMembers(everyone, FIELDS, Customers.id(profiles - SOME - 1), () -> live[0] = HeapInfo.live(pid));
        service.drainMembers(everyone, FIELDS, "", () -> live[1] = HeapInfo.live(pid));
        out.printf(
                Locale.ROOT,
                "live heap halfway through a stream of %d members: %d MiB; of %d: %d MiB%n",
                SOME,
                live[0],
                profiles,
                live[1]);
        Timing.ratio(out, "stream-vs-psql", psql / streamed);
    }

    private void psql() throws IOException, InterruptedException {
        StringBuilder columns = new StringBuilder("select m.profile_id, p.updated_at, m.segments");
        for (String field : FIELDS.split(",")) {
            columns.append(", p.attributes -> '").append(field).append("'");
        }
        Process process = new ProcessBuilder(
                        PSQL.toString(),
                        "-X",
                        "-A",
                        "-t",
                        "-h",
                        "localhost",
                        "-p",
                        "" + postgres.getPort(),
                        "-U",
                        "postgres",
                        "-d",
                        SegmentDatabase.NAME,
                        "-c",
                        columns + " from membership m join profile p using (profile_id) order by m.profile_id")
                .redirectOutput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("psql failed");
        }
    }
}
