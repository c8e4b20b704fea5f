package insights.segment.member;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.common.testing.Tokens;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class MemberResourceTest {

    private static final int MANY = 20_000;
    private static final String FILLER = "x".repeat(600);

    @Test
    void refusesWhatItDoesNotKnow() {
        String id = segment("Member of nothing", "{\"everybody\":true}");
        refreshed();
        members("00000000-0000-7000-8000-000000000000", "", "")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-segment"));
        members(id, "mem_nowhere", "")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-field"));
        members("x", "", "").then().statusCode(422).body("errors[0].pointer", equalTo("segments"));
        members("", "", "").then().statusCode(422);
    }

    @Test
    void takesAsManySegmentsAndFieldsAsThereMayBe() {
        String field = "mem_" + "f".repeat(96);
        imported("profileId," + field + "\nmem-wide,1\n");
        String id = segment("Member wide", "{\"field\":\"" + field + "\",\"op\":\"exists\"}");
        refreshed();
        String fields = String.join(",", Collections.nCopies(200, field));
        assertThat(lines(members(String.join(",", Collections.nCopies(1_000, id)), fields, "")))
                .hasSize(1);
        // One that is there, and 999 or 1,000 that are not.
        String unknown = IntStream.range(0, 999)
                .mapToObj("00000000-0000-7000-8000-%012d"::formatted)
                .collect(Collectors.joining(","));
        members(id + "," + unknown, "", "")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-segment"));
        members(id + "," + unknown + ",10000000-0000-7000-8000-000000000000", "", "")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("segments"));
    }

    @Test
    void writesInByteOrderOfTheIds() {
        List<String> ids = List.of("mem-Z", "mem-a", "mem-é", "mem-ｱ", "mem-😀", "mem-\"q\\", "mem-/ x");
        imported("profileId,mem_order\n"
                + String.join(
                        "\n",
                        ids.stream()
                                .map(id -> "\"" + id.replace("\"", "\"\"") + "\",1")
                                .toList()) + "\n");
        String segment = segment("Member order", "{\"field\":\"mem_order\",\"op\":\"eq\",\"value\":1}");
        refreshed();
        List<Object> streamed = lines(members(segment, "mem_order", "")).stream()
                .map(line -> line.get("profileId"))
                .toList();
        assertThat(streamed).containsExactly("mem-\"q\\", "mem-/ x", "mem-Z", "mem-a", "mem-é", "mem-ｱ", "mem-😀");
        assertThat(lines(members(segment, "", "mem-é"))).hasSize(2);
    }

    @Test
    void bringsShortLinesHoweverManyThereAre() {
        int count = 20_001;
        StringBuilder csv = new StringBuilder("profileId,mem_short\n");
        IntStream.range(0, count).forEach(i -> csv.append("s%05d,1\n".formatted(i)));
        imported(csv.toString());
        String segment = segment("Member short", "{\"field\":\"mem_short\",\"op\":\"eq\",\"value\":1}");
        refreshed();
        Response stream = members(segment, "", "");
        stream.then().statusCode(200).header("X-Member-Count", equalTo("" + count));
        assertThat(stream.asString().lines()).hasSize(count);
    }

    @Test
    void staysWithOneRefreshWhileASlowReaderReadsAndOthersGoOn() throws IOException {
        imported("profileId,mem_many,mem_filler\n" + many("slow", "1"));
        String segment = segment("Member many", "{\"field\":\"mem_many\",\"op\":\"eq\",\"value\":1}");
        refreshed();
        HttpURLConnection stream = (HttpURLConnection) URI.create("http://localhost:" + RestAssured.port
                        + "/segments/members?fields=mem_filler&segments=" + segment)
                .toURL()
                .openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + Tokens.token("export-service"));
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(stream.getHeaderFieldInt("X-Member-Count", 0)).isEqualTo(MANY);

            // Nobody waits for the reader: profiles change, and everybody leaves the segment.
            imported("profileId,mem_many,mem_filler\n" + many("slow", "2")).body("updated", equalTo(MANY));
            refreshed().body("segments.find { it.id == '" + segment + "' }.left", equalTo(MANY));

            assertThat(reader.lines()).hasSize(MANY);
        }
        assertThat(lines(members(segment, "", ""))).isEmpty();
    }

    @Test
    void breaksTheConnectionWhenAnnouncedLinesCannotCome() throws IOException {
        imported("profileId,mem_cut,mem_filler\n" + many("cut", "7"));
        String segment = segment("Member cut", "{\"field\":\"mem_cut\",\"op\":\"eq\",\"value\":7}");
        refreshed();
        try (Socket socket = request(segment)) {
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo('H');
            as("admin").delete("/profiles/cut-%06d".formatted(MANY - 1)).then().statusCode(204);
            byte[] all = in.readAllBytes();
            String end = new String(all, all.length - 200, 200, StandardCharsets.US_ASCII);
            assertThat(end).doesNotEndWith("0\r\n\r\n");
        }
    }

    private static Socket request(String segment) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(("GET /segments/members?fields=mem_filler&segments=" + segment
                                + " HTTP/1.1\r\nHost: localhost\r\n" + "Connection: close\r\nAuthorization: Bearer "
                                + Tokens.token("export-service") + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String many(String prefix, String value) {
        StringBuilder csv = new StringBuilder();
        IntStream.range(0, MANY).forEach(i -> csv.append(prefix + "-%06d".formatted(i))
                .append(',')
                .append(value)
                .append(',')
                .append(FILLER)
                .append('\n'));
        return csv.toString();
    }
}
