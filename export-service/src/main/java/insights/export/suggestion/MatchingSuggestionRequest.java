package insights.export.suggestion;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * For which connection a data matching is wanted.
 *
 * @param connectionId one that the caller may use
 */
public record MatchingSuggestionRequest(@NotNull UUID connectionId) {}
