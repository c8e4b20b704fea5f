package insights.console.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;

/** Marks the way back from a {@link FreshSignIn}, so that it does not begin again. */
@Unremovable
@ApplicationScoped
@Redirect(Redirect.Location.LOCAL_ENDPOINT_CALLBACK)
class FreshReturn implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        if (redirect.redirectUri().contains(FreshSignIn.PATH)) {
            redirect.additionalQueryParams().set(FreshSignIn.DONE, "1");
        }
    }
}
