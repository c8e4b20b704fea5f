package insights.common.openapi;

import insights.common.page.Cursor;
import insights.common.problem.CommonProblem;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What every service takes in parameters, and what it answers when there is too much of them. */
final class DescribedParameters {

    private static final String TOO_LONG = "UriTooLong";

    private DescribedParameters() {}

    static void add(OpenAPI api) {
        api.getComponents()
                .addResponse(
                        TOO_LONG,
                        OASFactory.createAPIResponse()
                                .description("%s: ask for less at once. There may be no body."
                                        .formatted(CommonProblem.URI_TOO_LONG.title()))
                                .content(DescribedProblems.content()));
        api.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(DescribedParameters::describe));
    }

    private static void describe(Operation operation) {
        boolean asks = false;
        for (Parameter parameter : DescribedHeaders.parameters(operation)) {
            if (parameter.getIn() == Parameter.In.QUERY) {
                asks = true;
                describeCursor(parameter);
                describeLimit(parameter);
            }
        }
        if (asks) {
            operation
                    .getResponses()
                    .addAPIResponse("414", OASFactory.createAPIResponse().ref("#/components/responses/" + TOO_LONG));
        }
    }

    /** Where a list begins at a key that callers know, it has a default. */
    private static void describeCursor(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (!parameter.getName().equals("after") || !isPlainText(schema) || schema.getDefaultValue() != null) {
            return;
        }
        schema.setPattern("^" + Cursor.PATTERN + "$");
        if (parameter.getDescription() == null) {
            parameter.setDescription(
                    "Where the page before ended: take it from its `next`. Left out for the first page.");
        }
    }

    private static void describeLimit(Parameter parameter) {
        if (parameter.getName().equals("limit") && parameter.getDescription() == null) {
            parameter.setDescription("As many at most.");
        }
    }

    private static boolean isPlainText(Schema schema) {
        return schema != null
                && schema.getRef() == null
                && Set.of(Schema.SchemaType.STRING)
                        .equals(schema.getType() == null ? null : Set.copyOf(schema.getType()))
                && schema.getPattern() == null
                && schema.getFormat() == null
                && schema.getEnumeration() == null;
    }
}
