package insights.common.request;

import insights.common.route.Routes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Answers OPTIONS with the methods of exactly that path. The framework would name those of the whole tree. */
@Provider
@PreMatching
public class OptionsFilter implements ContainerRequestFilter {

    private final Routes routes;

    OptionsFilter(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return;
        }
        Set<String> allowed =
                routes.methods(request.getUriInfo().getRequestUri().getRawPath());
        if (!allowed.isEmpty()) {
            request.abortWith(Response.noContent().allow(allowed).build());
        }
    }
}
