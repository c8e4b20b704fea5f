package insights.common.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Makes admin include contributor, and contributor include viewer, whatever the identity provider says of it. */
@ApplicationScoped
public class RoleHierarchy implements SecurityIdentityAugmentor {

    private static final Map<String, Set<String>> INCLUDES = Map.of(
            Roles.ADMIN, Set.of(Roles.CONTRIBUTOR, Roles.VIEWER),
            Roles.CONTRIBUTOR, Set.of(Roles.VIEWER));

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || INCLUDES.keySet().stream().noneMatch((Predicate<String>) identity::hasRole)) {
            return Uni.createFrom().item(identity);
        }
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity);
        INCLUDES.forEach((role, included) -> {
            if (identity.hasRole(role)) {
                builder.addRoles(included);
            }
        });
        return Uni.createFrom().item(builder.build());
    }
}
