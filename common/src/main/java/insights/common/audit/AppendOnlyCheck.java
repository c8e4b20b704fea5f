package insights.common.audit;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** In production, lets the service start only as a database role that cannot rewrite history. */
@ApplicationScoped
class AppendOnlyCheck {

    private final AuditConfig config;
    private final EntityManager database;

    AppendOnlyCheck(AuditConfig config, EntityManager database) {
        this.config = config;
        this.database = database;
    }

    @Transactional
    void check(@Observes StartupEvent event) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        for (String table : config.appendOnlyTables().orElse(List.of())) {
            if (mayChange(table)) {
                throw new IllegalStateException(
                        "The database role of the service may change %s: sign in as a role that neither owns it nor is a superuser (db/migration/README.md)."
                                .formatted(table));
            }
        }
    }

    private boolean mayChange(String table) {
        return (boolean) database.createNativeQuery("""
                        select has_table_privilege(current_user, :table, 'UPDATE, DELETE, TRUNCATE')
                            or pg_has_role(relowner, 'MEMBER')
                        from pg_class where oid = cast(:table as regclass)""", Boolean.class)
                .setParameter("table", table)
                .getSingleResult();
    }
}
