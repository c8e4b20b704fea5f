package insights.segment.imports;

import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import insights.common.testing.OidcResource;
import insights.common.testing.Tokens;
import insights.common.testing.TwoRoleDatabase;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class InterruptedImportTest {

    /** As many as a replica takes in at once. */
    private static final int AT_ONCE = 5;

    @Test
    void leavesEverythingAsItWasWhenTheStreamBreaks() throws IOException {
        imported("profileId,brk_a\nbrk-1,old\n");
        try (Socket socket = open()) {
            send(socket.getOutputStream(), "profileId,brk_a\nbrk-1,new\nbrk-2,new\n");
            await().until(() -> latest("status"), status -> status.equals("RUNNING"));
            // Others see what was there, and may go on.
            as("admin").get("/profiles/brk-1").then().body("attributes.brk_a", equalTo("old"));
            refreshed().body("status", equalTo("SUCCESSFUL"));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> latest("status"), status -> status.equals("FAILED"));
        assertThat(latest("detail")).contains("broke off");
        as("admin").get("/profiles/brk-1").then().body("attributes.brk_a", equalTo("old"));
        as("admin").get("/profiles/brk-2").then().statusCode(404);
    }

    @Test
    void leavesImportsAloneThatSomebodyIsAt() throws IOException {
        try (Socket socket = open()) {
            send(socket.getOutputStream(), "profileId,brk_a\nbrk-3,new\n");
            await().until(() -> latest("status"), status -> status.equals("RUNNING"));
            String id = latest("id");
            // A look at running imports does not disturb those that somebody is at.
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(4))
                    .untilAsserted(() ->
                            as("admin").get("/profile-imports/" + id).then().body("status", equalTo("RUNNING")));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> latest("status"), status -> status.equals("FAILED"));
    }

    @Test
    void showsProgressWhileAFileComesIn() throws IOException {
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            send(out, "profileId,brk_a\n");
            String lines = "brk-4,x\n".repeat(1_000);
            int received =
                    await().atMost(Duration.ofSeconds(60)).until(() -> receivedAfter(out, lines), count -> count > 0);
            assertThat(received % (lines.length())).isEqualTo("profileId,brk_a\n".length());
            assertThat(latest("status")).isEqualTo("RUNNING");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> latest("status"), status -> status.equals("FAILED"));
    }

    @Test
    void isReadByWhatTheFieldsAreWhenItIsAllThere() throws IOException {
        imported("profileId,brk_number\nbrk-7,1\n");
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            send(out, "profileId,brk_number\n");
            await().until(() -> latest("status"), status -> status.equals("RUNNING"));
            String id = latest("id");
            send(out, "brk-8,2\n");
            imported("profileId,brk_number\nbrk-9,many\n", "widen=true").body("status", equalTo("SUCCESSFUL"));
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            as("admin").get("/profile-imports/" + id).then().body("status", equalTo("SUCCESSFUL")));
        }
        as("admin").get("/profiles/brk-7").then().body("attributes.brk_number", equalTo("1"));
        as("admin").get("/profiles/brk-8").then().body("attributes.brk_number", equalTo("2"));
    }

    /** Case C34. */
    @Test
    void isReadHoweverSmallThePiecesAreThatItComesIn() throws IOException {
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            for (byte octet :
                    "profileId,brk_name\nbrk-11,Zo\u00eb \u20ac \ud83d\ude00\n".getBytes(StandardCharsets.UTF_8)) {
                out.write(new byte[] {'1', '\r', '\n', octet, '\r', '\n'});
                out.flush();
            }
            accepted(socket);
        }
        untilThere("brk-11").body("attributes.brk_name", equalTo("Zo\u00eb \u20ac \ud83d\ude00"));
    }

    /** Case O05. */
    @Test
    void goesOnAfterTheTokenItBeganWithHasEnded() throws IOException {
        // Tokens count for half a minute after their end.
        String token =
                Tokens.of("platform").expiresAt(Instant.now().minusSeconds(27)).sign();
        try (Socket socket = open(token)) {
            OutputStream out = socket.getOutputStream();
            send(out, "profileId,brk_a\nbrk-12,x\n");
            await().until(() -> latest("status"), status -> status.equals("RUNNING"));
            await().until(() ->
                    given().auth().oauth2(token).get("/profile-imports").statusCode() == 401);
            send(out, "brk-13,x\n");
            accepted(socket);
        }
        untilThere("brk-12");
        untilThere("brk-13");
    }

    private static void accepted(Socket socket) throws IOException {
        socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 202");
    }

    private static ValidatableResponse untilThere(String profile) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as("admin").get("/profiles/" + profile).statusCode() == 200);
        return as("admin").get("/profiles/" + profile).then();
    }

    /** Case D05. */
    @Test
    void endsWhenSomebodyStopsIt() throws IOException {
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            send(out, "profileId,brk_a\nbrk-10,x\n");
            await().until(() -> latest("status"), status -> status.equals("RUNNING"));
            String id = latest("id");
            as("viewer").delete("/profile-imports/" + id).then().statusCode(403);
            as("admin").delete("/profile-imports/" + id).then().statusCode(204);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 409");
            as("admin")
                    .get("/profile-imports/" + id)
                    .then()
                    .body("status", equalTo("CANCELED"))
                    .body("finishedAt", notNullValue());
            as("admin").delete("/profile-imports/" + id).then().statusCode(409);
        }
        as("admin").get("/profiles/brk-10").then().statusCode(404);
    }

    /** Else whoever looks for imports that nobody is at any more would find it, and say that the service stopped. */
    @Test
    void saysWhyBeforeItLetsGo() {
        for (int i = 0; i < 10; i++) {
            imported("profileId\nbrk-many-%d\n".formatted(i));
        }
        SegmentDatabase.asOwner("create table let_go as select 0 as imports");
        SegmentDatabase.asOwner("""
                create function notice() returns trigger language plpgsql security definer as $$begin
                    if new.status = 'FAILED' and not exists (
                        select from pg_locks where locktype = 'advisory' and granted
                          and (classid::bigint << 32 | objid::bigint) = hashtextextended('import ' || new.id, 0)) then
                        update public.let_go set imports = imports + 1;
                    end if;
                    return new;
                end$$""");
        SegmentDatabase.asOwner(
                "create trigger notice before update on profile_import for each row execute function notice()");
        try {
            imported("profileId\nbrk-many-0\n", "mode=replace").body("status", equalTo("FAILED"));
            imported("profileId,brk_a\n1E15,x\n", "mode=replace").body("status", equalTo("FAILED"));
            SegmentDatabase.asOwner("do $$begin assert (select imports from let_go) = 0, 'let go too early'; end$$");
        } finally {
            SegmentDatabase.asOwner("drop function notice() cascade");
            SegmentDatabase.asOwner("drop table let_go");
        }
    }

    private static int receivedAfter(OutputStream out, String lines) throws IOException {
        send(out, lines);
        // Which is not said before the first of it is counted.
        Integer received =
                as("admin").queryParam("limit", 1).get("/profile-imports").path("items[0].receivedBytes");
        return received == null ? 0 : received;
    }

    /** Case O06. */
    @Test
    void leavesConnectionsForOthersWhenManyFilesComeInSlowly() throws IOException, SQLException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                slow.add(open());
                send(slow.getLast().getOutputStream(), "profileId,brk_a\nbrk-5,new\n");
            }
            await().until(InterruptedImportTest::running, count -> count == AT_ONCE);
            // Else the slowest sender would hold back vacuum.
            Timestamp since = (Timestamp) asked("select now()");
            await().until(() -> asked("""
                            select count(*) from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid() and xact_start <= '%s'
                            and (backend_xid is not null or backend_xmin is not null)""".formatted(since)).equals(0L));
            as("admin")
                    .contentType("text/csv")
                    .body("profileId\nbrk-6\n")
                    .post("/profile-imports")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:insights:problem:unavailable"));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(InterruptedImportTest::running, count -> count == 0);
        await().until(() -> as("admin")
                        .contentType("text/csv")
                        .body("profileId\nbrk-6\n")
                        .post("/profile-imports")
                        .statusCode()
                == 202);
    }

    private static Object asked(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY));
                Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery(query)) {
            answer.next();
            return answer.getObject(1);
        }
    }

    private static int running() {
        return as("admin").get("/profile-imports").path("items.count { it.status == 'RUNNING' }");
    }

    private static String latest(String member) {
        return as("admin").queryParam("limit", 1).get("/profile-imports").path("items[0]." + member);
    }

    private static Socket open() throws IOException {
        return open(Tokens.token("platform"));
    }

    private static Socket open(String token) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(("POST /profile-imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                                + "Transfer-Encoding: chunked\r\nAuthorization: Bearer " + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void send(OutputStream out, String chunk) throws IOException {
        out.write((Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
