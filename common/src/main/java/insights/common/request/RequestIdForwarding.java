package insights.common.request;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Passes the request id on to the other services. Registered on the clients between our services only: a third party
 * has no use for it.
 */
public class RequestIdForwarding implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        RequestId.current().ifPresent(id -> request.getHeaders().putSingle(RequestId.HEADER, id));
    }
}
