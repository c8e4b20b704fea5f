package insights.common.request;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Set;

/** Answers 304 to who has already what is there (RFC 9110 §13.1.2): whatever has an ETag can be asked so. */
@Provider
public class NotModifiedFilter implements ContainerResponseFilter {

    private static final Set<String> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        EntityTag tag = response.getEntityTag();
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tag != null
                && known != null
                && response.getStatus() == Response.Status.OK.getStatusCode()
                && LOOKING.contains(request.getMethod())
                && isAmong(tag, known)) {
            response.setEntity(null);
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
        }
    }

    private static boolean isAmong(EntityTag tag, String known) {
        String quoted = '"' + tag.getValue() + '"';
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals("*") || each.equals(quoted));
    }
}
