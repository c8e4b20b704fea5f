package insights.export.suggestion;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * For which connection a data matching is wanted.
 *
 * @param connectionId one that the caller may use
 */
@Schema(examples = """
        {"connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0"}""")
public record MatchingSuggestionRequest(@NotNull UUID connectionId) {}
