package insights.console.session;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/**
 * Has the provider's page speak the language that somebody chose here. The pages tell it by a cookie, since at sign-in none of
 * them is there; who never chose one gets what the browser asks for, as the provider finds by itself.
 */
@Unremovable
@ApplicationScoped
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInLanguage implements OidcRedirectFilter {

    static final String COOKIE = "insights_language";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    @Override
    public void filter(OidcRedirectContext redirect) {
        Cookie chosen = redirect.routingContext().request().getCookie(COOKIE);
        if (chosen != null && LANGUAGE.matcher(chosen.getValue()).matches()) {
            redirect.additionalQueryParams().set("ui_locales", chosen.getValue());
        }
    }
}
