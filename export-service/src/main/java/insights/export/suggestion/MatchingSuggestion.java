package insights.export.suggestion;

import insights.export.matching.FieldMatch;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What a data matching could be, by the names of the fields that the profiles have. Somebody looks at it before it is saved.
 *
 * @param dataMatching lines for the standard fields, ready to be sent with an export; without a line for Email when no field
 *     looks like one
 * @param optOutField the field that says who opted out; left out when none looks like one
 * @param custom lines for the fields that remain, to be added where they are wanted: each for the custom field of the account that
 *     is called like it, or, where there is none, for a new one of its name
 */
public record MatchingSuggestion(
        @NotNull List<FieldMatch> dataMatching,
        String optOutField,
        @NotNull List<FieldMatch> custom) {}
