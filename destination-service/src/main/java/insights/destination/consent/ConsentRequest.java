package insights.destination.consent;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an administrator says to a consent text.
 *
 * @param textVersion the version that was read; it must be the current one
 * @param language the language that it was read in
 * @param agreed true for "I agree"; nothing else makes a consent
 */
@Schema(examples = "{\"textVersion\":1,\"language\":\"en\",\"agreed\":true}")
public record ConsentRequest(
        @NotNull @Schema(examples = "1") Integer textVersion,
        @NotNull @Schema(examples = "en") Language language,

        @Schema(required = true, examples = "true") boolean agreed) {}
