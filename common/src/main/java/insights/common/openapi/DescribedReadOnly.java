package insights.common.openapi;

import insights.common.request.ReadOnlyMembers;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;

/** Describes the members that a body may send back as they were read, as those of the answer that they come from. */
final class DescribedReadOnly {

    private static final String NOT_LOOKED_AT = "Set by the service. May be sent back, and is not looked at.";

    private DescribedReadOnly() {}

    static void add(OpenAPI api, IndexView classes) {
        Map<String, Schema> schemas = SchemaGraph.schemas(api);
        classes.getAnnotations(ReadOnlyMembers.class).forEach(annotation -> {
            Schema request =
                    schemas.get(DescribedSchemas.name(annotation.target().asClass()));
            Schema answer = schemas.get(DescribedSchemas.name(
                    classes.getClassByName(annotation.value("of").asClass().name())));
            if (request != null && answer != null) {
                add(request, answer, annotation);
            }
        });
    }

    private static void add(Schema request, Schema answer, AnnotationInstance annotation) {
        for (String name : annotation.value().asStringArray()) {
            Schema member = answer.getProperties().get(name);
            request.addProperty(
                    name,
                    OASFactory.createSchema()
                            .ref(member.getRef())
                            .type(member.getType())
                            .format(member.getFormat())
                            .items(member.getItems())
                            .readOnly(true)
                            .description(NOT_LOOKED_AT));
        }
    }
}
