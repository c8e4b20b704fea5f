package insights.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.problem.FieldError;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Tries rules out on the profiles as they are, without a refresh. */
@ApplicationScoped
public class PreviewService {

    private static final int EXAMPLES = 10;

    private final SegmentRules rules;
    private final SegmentCompiler compiler;
    private final Database database;
    private final Clock clock;

    PreviewService(SegmentRules rules, SegmentCompiler compiler, Database database, Clock clock) {
        this.rules = rules;
        this.compiler = compiler;
        this.database = database;
        this.clock = clock;
    }

    PreviewResponse preview(JsonNode rule) {
        rules.check(rule, null);
        try {
            return database.transaction(connection -> preview(connection, rule));
        } catch (SegmentNotComputable e) {
            throw SegmentRules.invalid(List.of(new FieldError("/rule", e.getMessage())));
        }
    }

    private PreviewResponse preview(Connection connection, JsonNode rule) throws SQLException {
        Sql condition =
                compiler.compile(connection, rule, clock.instant(), error -> SegmentRules.invalid(List.of(error)));
        Sql matching = Sql.of(" from profile p where ").then(condition);
        long count = Database.first(connection, Sql.of("select count(*)").then(matching), row -> row.getLong(1))
                .orElseThrow();
        List<String> examples = Database.list(
                connection,
                Sql.of("select p.profile_id").then(matching).then(" limit ?", EXAMPLES),
                row -> row.getString(1));
        return new PreviewResponse(count, examples.stream().sorted().toList());
    }
}
