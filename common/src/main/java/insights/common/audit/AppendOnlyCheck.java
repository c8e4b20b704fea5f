package insights.common.audit;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.start.Settings;
import insights.common.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** In production, lets the service start only as a database role that cannot rewrite history. */
@ApplicationScoped
class AppendOnlyCheck implements StartCheck {

    private final AuditConfig config;
    private final Settings settings;
    private final Database database;

    AppendOnlyCheck(AuditConfig config, Settings settings, Database database) {
        this.config = config;
        this.settings = settings;
        this.database = database;
    }

    @Override
    public List<String> faults() {
        return settings.isProduction()
                ? config.appendOnlyTables().orElse(List.of()).stream()
                        .filter(this::mayChange)
                        .map(
                                ("The database role of the service may change %s: sign in as a role that neither owns it nor"
                                                + " is a superuser (quarkus.datasource.username; db/migration/README.md).")
                                        ::formatted)
                        .toList()
                : List.of();
    }

    private boolean mayChange(String table) {
        return database.transaction(
                connection -> Database.first(connection, Sql.of("""
                                select has_table_privilege(current_user, ?, 'UPDATE, DELETE, TRUNCATE')
                                    or pg_has_role(relowner, 'MEMBER')
                                from pg_class where oid = cast(? as regclass)""", table, table), row -> row.getBoolean(1))
                        .orElseThrow());
    }
}
