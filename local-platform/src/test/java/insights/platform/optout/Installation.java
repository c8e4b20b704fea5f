package insights.platform.optout;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.Build;
import insights.platform.LocalPlatform;
import insights.platform.console.Steps;
import insights.platform.demo.MainJob;
import insights.platform.e2e.Waiting;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.port.Ports;
import insights.platform.services.Service;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;

/** A local platform whose guards are set off by a few people, and which loses no time. */
final class Installation implements AutoCloseable {

    static final String CONFIRMED =
            "&confirm=REMOVES_PROFILES&confirm=REMOVES_ADDRESSES&confirm=EXCHANGES_ADDRESSES&confirm=EMPTIES_FIELDS&confirm=ENDS_OPT_OUTS";

    private static final Set<String> ONGOING = Set.of("QUEUED", "RUNNING", "PROCESSING");
    private static final Map<String, String> SETTINGS = Map.of(
            "INSIGHTS_DELIVERY_GUARDED_AUDIENCE", "20",
            "INSIGHTS_DELIVERY_GUARDED_GROWTH", "20",
            "INSIGHTS_RUNS_POLL", "0.1s",
            "INSIGHTS_ANNOUNCEMENT_POLL", "0.1s");

    private final LocalPlatform platform;
    private final String gold;
    private final String silver;
    private ApiClient admin;
    private ApiClient contributor;

    private Installation(LocalPlatform platform) {
        this.platform = platform;
        signIn();
        load(
                "?optOut=out&email=mail",
                "text/csv",
                "profileId,mail,out,tier,first,score\nx,x@example.com,false,gold,X,1\n");
        gold = segment("gold");
        silver = segment("silver");
        refresh();
    }

    static Installation start() {
        Build build = Build.ofThisProject();
        Steps quiet = new Steps(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        LocalPlatform platform = new LocalPlatform(
                build, Ports.freeExcept(Map.of()), build.root().resolve("local-platform/target/e2e"), quiet, SETTINGS);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        platform.start();
        return new Installation(platform);
    }

    /** Signs everybody in anew: who connects must have done so just before. */
    void signIn() {
        admin = platform.api(platform.signIn("admin"));
        contributor = platform.api(platform.signIn("contributor"));
    }

    ApiClient admin() {
        return admin;
    }

    ApiClient contributor() {
        return contributor;
    }

    Witness newAccount() {
        return new Witness(platform.sandbox());
    }

    String connect(String displayName, Witness witness) {
        return new MainJob(admin, contributor).connect(displayName, witness.apiKey(), 1_000);
    }

    String segmentId(String tier) {
        return tier.equals("gold") ? gold : silver;
    }

    private String segment(String tier) {
        return new MainJob(admin, contributor).makeSegment(tier, Map.of("field", "tier", "op", "eq", "value", tier));
    }

    /** Imports a file, and tells what became of it, or why it was not taken. */
    JsonNode load(String parameters, String contentType, String file) {
        Answer answer = admin.post("/profile-imports" + parameters, contentType, file);
        return answer.status() == 422 ? answer.json() : end(admin, answer.succeeded());
    }

    void refresh() {
        JsonNode refresh = end(contributor, contributor.post("/refreshes").succeeded());
        if (!refresh.get("status").textValue().equals("SUCCESSFUL")) {
            throw new IllegalStateException(refresh.toString());
        }
    }

    /** Waits until something that was begun has ended. */
    JsonNode end(ApiClient api, Answer begun) {
        String path = begun.location().getPath();
        JsonNode[] now = {null};
        Waiting.until(path + " ends", () -> {
            now[0] = api.get(path).succeeded().json();
            return !ONGOING.contains(now[0].get("status").textValue());
        });
        return now[0];
    }

    /** Waits until export-service has heard of all erasures and done what they want. */
    void awaitErasures() {
        Waiting.until(
                "all erasures are heard of and carried out",
                () -> count(Service.SEGMENT, "erasure_announcement") == 0
                        && count(Service.EXPORT, "run where status in ('QUEUED', 'PROCESSING', 'FAILED_RETRYING')")
                                == 0);
    }

    private long count(Service service, String from) {
        try (Connection connection = connection(service);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something in the database of a service, as nobody could over its API. */
    void execute(Service service, String sql) {
        try (Connection connection = connection(service);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection(Service service) throws SQLException {
        return platform.postgres().connect(service.database().name());
    }

    @Override
    public void close() {
        platform.close();
    }
}
