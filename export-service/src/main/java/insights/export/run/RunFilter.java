package insights.export.run;

import insights.common.page.Period;
import insights.common.sql.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which runs to find, of one export or of all: those that fit everything that is given. Its fields are looked up by name at
 * the start.
 */
@RegisterForReflection
public class RunFilter extends Period {

    static final int MANY = 100;

    @Parameter(description = "One of these; may be repeated")
    @QueryParam("status")
    @Size(max = MANY)
    List<RunStatus> status;

    @Parameter(description = "Set off by one of these; may be repeated")
    @QueryParam("trigger")
    @Size(max = MANY)
    List<RunTrigger> trigger;

    Sql condition() {
        Sql sql = Sql.of("where true");
        sql = among(sql, "status", names(status));
        sql = among(sql, "trigger", names(trigger));
        if (since().isPresent()) {
            sql = sql.then(" and queued_at >= ?", since().get());
        }
        return until().isPresent() ? sql.then(" and queued_at < ?", until().get()) : sql;
    }

    private static String[] names(List<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).toArray(String[]::new);
    }

    /** @param values null or empty for all */
    static Sql among(Sql sql, String column, Object[] values) {
        return values == null || values.length == 0 ? sql : sql.then(" and " + column + " = any (?)", (Object) values);
    }
}
