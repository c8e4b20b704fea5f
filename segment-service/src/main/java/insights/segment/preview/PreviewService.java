package insights.segment.preview;

import insights.common.problem.FieldError;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.definition.DayZone;
import insights.segment.definition.SegmentCompiler;
import insights.segment.definition.SegmentNotComputable;
import insights.segment.definition.SegmentRules;
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
    private final Samples samples;
    private final Database database;
    private final Clock clock;

    PreviewService(SegmentRules rules, SegmentCompiler compiler, Samples samples, Database database, Clock clock) {
        this.rules = rules;
        this.compiler = compiler;
        this.samples = samples;
        this.database = database;
        this.clock = clock;
    }

    PreviewResponse preview(PreviewRequest request) {
        DayZone.known(request.timeZone());
        rules.check(request.rule(), null);
        try {
            return database.transaction(connection -> preview(connection, request));
        } catch (SegmentNotComputable e) {
            throw SegmentRules.invalid(List.of(new FieldError("/rule", e.getMessage())));
        }
    }

    private PreviewResponse preview(Connection connection, PreviewRequest request) throws SQLException {
        Sql condition = compiler.compile(
                connection,
                request.rule(),
                request.timeZone(),
                clock.instant(),
                error -> SegmentRules.invalid(List.of(error)));
        long[] counts = Database.first(
                        connection,
                        Sql.of("select count(*) filter (where ").then(condition).then("), count(*) from profile p"),
                        row -> new long[] {row.getLong(1), row.getLong(2)})
                .orElseThrow();
        Sql matching = Sql.of(" from profile p where ").then(condition);
        List<String> examples = Database.list(
                connection,
                Sql.of("select p.profile_id").then(matching).then(" limit ?", EXAMPLES),
                row -> row.getString(1));
        SampleProfile sample = examples.isEmpty()
                ? null
                : samples.first(connection, Sql.of("from profile p where p.profile_id = ?", examples.getFirst()))
                        .orElse(null);
        return new PreviewResponse(
                counts[0], counts[1], examples.stream().sorted().toList(), sample);
    }
}
