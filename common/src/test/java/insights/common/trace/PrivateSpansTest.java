package insights.common.trace;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.route.Routes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What traces do not carry. */
class PrivateSpansTest {

    private static final Routes ROUTES = new Routes() {
        @Override
        public Optional<String> template(String path) {
            return path.startsWith("/profiles/") ? Optional.of("/profiles/{profileId}") : Optional.empty();
        }
    };

    /** Case P09b. */
    @Test
    void carriesTheTemplateOfAPathAndNotTheId() {
        assertThat(kept("url.path", "/profiles/ann@example.com")).isEqualTo("/profiles/{profileId}");
        assertThat(kept("url.path", "/nobodys/ann@example.com")).isEqualTo("-");
    }

    @Test
    void carriesNeitherWhatWasSearchedForNorWhoAsked() {
        assertThat(kept("url.query", "q=ann@example.com")).isEqualTo("-");
        assertThat(kept("client.address", "192.0.2.1")).isEqualTo("-");
        assertThat(kept("url.full", "http://segment-service/segments?q=ann@example.com"))
                .isEqualTo("http://segment-service/segments");
    }

    private static String kept(String attribute, String value) {
        try (SdkTracerProvider tracers = SdkTracerProvider.builder()
                .addSpanProcessor(new PrivateSpans(ROUTES))
                .build()) {
            ReadableSpan span = (ReadableSpan) tracers.get("test")
                    .spanBuilder("request")
                    .setAttribute(attribute, value)
                    .startSpan();
            return span.getAttribute(AttributeKey.stringKey(attribute));
        }
    }
}
