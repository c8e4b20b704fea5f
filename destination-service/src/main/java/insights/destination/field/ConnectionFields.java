package insights.destination.field;

import insights.destination.type.CustomFieldForm;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The targets of a data matching at a connection.
 *
 * @param items the standard fields, then the custom ones by name
 * @param customFieldsKnown whether the custom fields that exist are among the items: false when the destination was not
 *     asked, because the connection is not connected, or did not answer
 * @param customField how a custom field is named, those that do not exist yet included
 */
public record ConnectionFields(
        @NotNull List<ConnectionField> items,

        @Schema(description = "Whether the custom fields that exist are among the items")
        boolean customFieldsKnown,

        @NotNull CustomFieldForm customField) {}
