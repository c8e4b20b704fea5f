package insights.export.notice;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.NoticeReceiver;
import insights.export.testing.NoticeReceiver.Notice;
import insights.export.testing.NoticesResource;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What somebody hears of a run that ended badly. When they hear of which run is in {@link NoticeRulesTest}. */
@QuarkusTest
class NoticeTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    private final NoticeReceiver receiver = NoticeReceiver.get();
    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID segment = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString();

    @Test
    void tellsOfAPermanentFailureAsASignedCloudEvent() throws GeneralSecurityException {
        people(3, "person%d@example.com");
        autopilot.fault(Map.of("effect", "STATUS", "status", 401));
        String export = Api.create(connection, segment);
        Json run = Api.run(export);

        Notice notice = only(export);

        assertThat(notice.headers().get("content-type")).startsWith("application/cloudevents+json");
        assertThat(notice.event().getMap(""))
                .containsOnlyKeys("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data")
                .containsEntry("specversion", "1.0")
                .containsEntry("id", run.getString("id"))
                .containsEntry("source", "urn:insights:test")
                .containsEntry("type", "insights.export.run.failed")
                .containsEntry("subject", "/exports/" + export + "/runs/" + run.getString("id"))
                .containsEntry("time", run.getString("finishedAt"))
                .containsEntry("datacontenttype", "application/json");
        assertThat(notice.event().getMap("data"))
                .hasEntrySatisfying(
                        "exportName", name -> assertThat(name).asString().startsWith("Newsletter "))
                .containsEntry("status", "FAILED_PERMANENT")
                .containsEntry("reason", "INVALID_API_KEY")
                .containsEntry("trigger", "ON_DEMAND")
                .containsEntry("detail", run.getString("detail"))
                .containsEntry("profiles", 3);
        assertThat(notice.body()).doesNotContain("example.com", "contributor", prefix, autopilot.key());
        assertThat(notice.headers()).containsEntry("webhook-id", run.getString("id"));
        String timestamp = notice.headers().get("webhook-timestamp");
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(notice.headers())
                .containsEntry(
                        "webhook-signature", "v1," + hmac(run.getString("id") + "." + timestamp + "." + notice.body()));
    }

    private Notice only(String export) {
        Patience.await().until(() -> !receiver.of(export).isEmpty());
        assertThat(receiver.of(export)).hasSize(1);
        return receiver.of(export).getFirst();
    }

    private void people(int count, String email) {
        IntStream.range(0, count)
                .forEach(i -> neighbours.profile(
                        prefix + i, EARLY, Map.of("first_name", "P", "email", email.formatted(i)), segment));
    }

    private static String hmac(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(NoticesResource.SECRET.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
