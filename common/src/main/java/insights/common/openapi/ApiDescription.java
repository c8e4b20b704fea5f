package insights.common.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Says in the API description of a service what is true of all its operations, so that no resource repeats it: the problems
 * that each can answer with, the headers, which members are always there, and whose the paths are. Runs while the service
 * is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private final IndexView classes;

    /** @param classes of the service, as Quarkus found them */
    public ApiDescription(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        PublicPaths.keep(api);
        api.setServers(null);
        api.addServer(OASFactory.createServer()
                .url("/")
                .description("Wherever this document was read: the gateway, or the service itself."));
        AuditOperations.name(api);
        DescribedHeaders.add(api);
        DescribedParameters.add(api);
        DescribedProblems.add(api);
        DescribedSchemas.complete(api, classes);
        DescribedReadOnly.add(api, classes);
        UsedSchemas.keep(api);
    }
}
