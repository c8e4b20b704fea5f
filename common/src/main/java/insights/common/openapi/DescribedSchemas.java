package insights.common.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** Completes schemas by what all services have in common. */
final class DescribedSchemas {

    /** What the scanner makes of {@code @NotBlank}: somewhere there is a character that shows. */
    private static final String NOT_BLANK = "\\S";

    /** Any text, but without the character U+0000, which no text may have: PostgreSQL keeps none. */
    private static final String TEXT = "^[^\\u0000]*$";

    private static final String NOT_BLANK_TEXT = "^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$";

    private static final String HALVES = "\\uD800-\\uDFFF";

    private static final String PATCH = "application/merge-patch+json";
    private static final String SCHEMA_ANNOTATION = "org.eclipse.microprofile.openapi.annotations.media.Schema";

    private DescribedSchemas() {}

    static void complete(OpenAPI api, IndexView classes) {
        Map<String, Schema> schemas = SchemaGraph.schemas(api);
        schemas.values().forEach(schema -> SchemaGraph.visit(schema, DescribedSchemas::anchorPattern));
        schemas.values().forEach(schema -> SchemaGraph.visit(schema, DescribedSchemas::leaveTypeToAlternatives));
        eachOperation(api, operation -> DescribedHeaders.parameters(operation)
                .forEach(parameter -> SchemaGraph.visit(parameter.getSchema(), schema -> {
                    anchorPattern(schema);
                    excludeNul(schema);
                })));
        eachOperation(api, DescribedSchemas::nameTheTypeOfBodies);
        SchemaGraph graph = new SchemaGraph(api);
        Set<String> asked = graph.ofRequests();
        schemas.forEach((name, schema) -> {
            if (asked.contains(name)) {
                close(schema);
                SchemaGraph.visit(schema, DescribedSchemas::excludeNul);
            }
        });
        classes.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith("insights."))
                .collect(Collectors.toMap(ClassInfo::name, type -> type, (one, again) -> one))
                .values()
                .stream()
                .collect(Collectors.groupingBy(DescribedSchemas::name))
                .forEach((name, types) -> {
                    if (schemas.containsKey(name) && !asked.contains(name)) {
                        types.stream()
                                .filter(type -> types.size() == 1 || givenName(type) != null)
                                .forEach(type -> requirePrimitives(schemas.get(name), type));
                    }
                });
        asked.forEach(name -> takeNullForAbsent(schemas.get(name)));
        eachOperation(api, DescribedSchemas::takeNullForNoBody);
        // In a merge patch (RFC 7396) every member can be left out, and null takes away what need not be there.
        eachOperation(api, operation -> patches(operation)
                .forEach(name -> schemas.get(name).setRequired(null)));
    }

    private static void eachOperation(OpenAPI api, java.util.function.Consumer<Operation> action) {
        api.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(action));
    }

    /** Where a body can be left out, any type of none is taken; what is in one is JSON all the same. */
    private static void nameTheTypeOfBodies(Operation operation) {
        if (operation.getRequestBody() != null
                && operation.getRequestBody().getContent() != null
                && operation.getRequestBody().getContent().hasMediaType("application/json")) {
            operation.getRequestBody().getContent().removeMediaType("*/*");
        }
    }

    /**
     * A pattern of Bean Validation is about the whole text, one of JSON Schema about some part of it. Halves of characters,
     * which Java's texts can have, are none of it: many engines take no pattern that names them, and leave it out.
     */
    private static void anchorPattern(Schema schema) {
        if (schema.getPattern() == null) {
            return;
        }
        String pattern = schema.getPattern().replace(HALVES, "");
        schema.setPattern(pattern);
        if (!pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
            schema.setPattern("^(" + pattern + ")$");
        }
    }

    private static void excludeNul(Schema schema) {
        if (!isText(schema) || schema.getEnumeration() != null || schema.getFormat() != null) {
            return;
        }
        if (schema.getPattern() == null) {
            schema.setPattern(TEXT);
        } else if (schema.getPattern().equals(NOT_BLANK)) {
            schema.setPattern(NOT_BLANK_TEXT);
        }
    }

    private static boolean isText(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.STRING);
    }

    /** What may be a text as well as a list is no object, although its Java type is an interface. */
    private static void leaveTypeToAlternatives(Schema schema) {
        if (schema.getOneOf() != null && schema.getProperties() == null) {
            schema.setType(null);
        }
    }

    /** Unknown members are refused in every body. */
    private static void close(Schema schema) {
        boolean composed = schema.getAllOf() != null || schema.getOneOf() != null || schema.getAnyOf() != null;
        boolean isObject = schema.getType() != null && schema.getType().contains(Schema.SchemaType.OBJECT);
        if (isObject && !composed && schema.getAdditionalPropertiesSchema() == null) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
    }

    private static void requirePrimitives(Schema schema, ClassInfo type) {
        type.recordComponents().stream()
                .filter(component -> component.type().kind() == Type.Kind.PRIMITIVE)
                .map(component -> component.name())
                .filter(name -> schema.getProperties() != null
                        && schema.getProperties().containsKey(name)
                        && (schema.getRequired() == null
                                || !schema.getRequired().contains(name)))
                .forEach(schema::addRequired);
    }

    static String name(ClassInfo type) {
        String given = givenName(type);
        return given == null ? type.simpleName() : given;
    }

    private static String givenName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA_ANNOTATION);
        return schema == null || schema.value("name") == null
                ? null
                : schema.value("name").asString();
    }

    private static Set<String> patches(Operation operation) {
        MediaType patch =
                operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
                        ? null
                        : operation.getRequestBody().getContent().getMediaType(PATCH);
        return patch == null || patch.getSchema() == null || patch.getSchema().getRef() == null
                ? Set.of()
                : Set.of(patch.getSchema().getRef().replaceAll(".*/", ""));
    }

    /** Of what need not be there, null says that it is not. */
    private static void takeNullForAbsent(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        Map<String, Schema> members = new LinkedHashMap<>();
        schema.getProperties()
                .forEach((name, member) -> members.put(name, required.contains(name) ? member : orNull(member)));
        schema.setProperties(members);
    }

    private static void takeNullForNoBody(Operation operation) {
        RequestBody body = operation.getRequestBody();
        MediaType json = body == null || Boolean.TRUE.equals(body.getRequired()) || body.getContent() == null
                ? null
                : body.getContent().getMediaType("application/json");
        if (json != null && json.getSchema() != null) {
            json.setSchema(orNull(json.getSchema()));
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(schema, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
        }
        List<Schema.SchemaType> types = new ArrayList<>(schema.getType() == null ? List.of() : schema.getType());
        if (!types.isEmpty() && !types.contains(Schema.SchemaType.NULL)) {
            types.add(Schema.SchemaType.NULL);
            schema.setType(types);
            if (schema.getEnumeration() != null) {
                schema.addEnumeration(null);
            }
        }
        return schema;
    }
}
