package insights.segment.value;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The most frequent values of a field.
 *
 * @param items the most frequent first
 * @param profiles how many profiles have any value of the field
 * @param estimated whether the numbers are taken from a part of the profiles, because there are very many
 */
@Schema(name = "FieldValues")
public record FieldValues(@NotNull List<FieldValue> items, long profiles, boolean estimated) {}
