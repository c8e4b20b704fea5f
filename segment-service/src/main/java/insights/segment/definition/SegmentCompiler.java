package insights.segment.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.problem.FieldError;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldType;
import insights.segment.rule.ParsedRule;
import insights.segment.rule.RuleCompiler;
import insights.segment.rule.RuleDefinition;
import insights.segment.rule.RuleParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Makes SQL of all segments, those that refer to others included. */
@ApplicationScoped
public class SegmentCompiler {

    private final FieldRepository fields;
    private final DayZone zone;
    private final ObjectMapper json;

    public SegmentCompiler(FieldRepository fields, DayZone zone, ObjectMapper json) {
        this.fields = fields;
        this.zone = zone;
        this.json = json;
    }

    private record Definition(
            UUID id, int number, long version, boolean active, String rule, String timeZone, String displayName) {}

    /** Why a rule cannot be compiled. @param field null when it is about none */
    private record Misfit(String field, FieldError error) {}

    /** The active segments. @param now what conditions on the age of a date count from */
    public ActiveSegments compileActive(Connection connection, Instant now) throws SQLException {
        Compilation compilation = compilation(connection, now);
        ExpandedSize size = ExpandedSize.ofAll();
        List<CompiledSegment> computable = new ArrayList<>();
        List<UnfitSegment> unfit = new ArrayList<>();
        for (Definition definition : compilation.definitions.values()) {
            if (definition.active()) {
                try {
                    Sql condition = compilation.condition(definition, size);
                    computable.add(
                            new CompiledSegment(definition.id(), definition.number(), definition.version(), condition));
                } catch (SegmentNotComputable e) {
                    unfit.add(UnfitSegment.of(definition.id(), definition.number(), definition.version(), e));
                }
            }
        }
        return new ActiveSegments(computable, unfit);
    }

    /**
     * A rule that belongs to no segment.
     *
     * @param timeZone whose days count; null for that of the installation
     * @param failure what to throw when it does not fit
     * @throws SegmentNotComputable when a segment that it refers to does not fit the fields any more
     */
    public Sql compile(
            Connection connection,
            RuleDefinition rule,
            String timeZone,
            Instant now,
            Function<FieldError, RuntimeException> failure)
            throws SQLException {
        return compilation(connection, now).compile(rule, zone.of(timeZone), misfit -> failure.apply(misfit.error()));
    }

    private Compilation compilation(Connection connection, Instant now) throws SQLException {
        Map<UUID, Definition> definitions = new LinkedHashMap<>();
        Database.list(
                        connection,
                        Sql.of(
                                "select id, number, version, status = 'ACTIVE', rule, time_zone, display_name from segment order by number"),
                        SegmentCompiler::definition)
                .forEach(definition -> definitions.put(definition.id(), definition));
        return new Compilation(definitions, fields.types(connection), now);
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getLong(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }

    /** Compiles each segment once, however many others refer to it. */
    private final class Compilation {

        private final Map<UUID, Definition> definitions;
        private final Map<String, FieldType> types;
        private final Map<UUID, Sql> done = new HashMap<>();
        private final Map<UUID, SegmentNotComputable> failed = new HashMap<>();
        private final Instant now;

        Compilation(Map<UUID, Definition> definitions, Map<String, FieldType> types, Instant now) {
            this.definitions = definitions;
            this.types = types;
            this.now = now;
        }

        /** The condition of a segment that is computed together with those counted before. */
        Sql condition(Definition definition, ExpandedSize together) {
            Sql condition = condition(definition.id());
            if (!together.fitsWith(condition)) {
                throw notComputable(
                        definition,
                        new Misfit(null, new FieldError("/rule", "with all active segments, it is too large")));
            }
            return condition;
        }

        private Sql condition(UUID id) {
            if (failed.containsKey(id)) {
                throw failed.get(id);
            }
            Sql known = done.get(id);
            if (known == null) {
                try {
                    known = compile(definitions.get(id));
                } catch (SegmentNotComputable e) {
                    failed.put(id, e);
                    throw e;
                }
                done.put(id, known);
            }
            return known;
        }

        private static SegmentNotComputable notComputable(Definition definition, Misfit misfit) {
            return new SegmentNotComputable(definition.id(), definition.displayName(), misfit.field(), misfit.error());
        }

        private Sql compile(Definition definition) {
            if (definition.rule() == null) {
                return Sql.of(
                        "(p.profile_id in (select profile_id from segment_profile where segment_number = ?))",
                        definition.number());
            }
            return compile(
                    read(definition.rule()),
                    zone.of(definition.timeZone()),
                    misfit -> notComputable(definition, misfit));
        }

        Sql compile(RuleDefinition rule, ZoneId days, Function<Misfit, RuntimeException> failure) {
            ParsedRule parsed = RuleParser.parse(rule, "/rule", types);
            if (!parsed.errors().isEmpty()) {
                throw failure.apply(new Misfit(parsed.misfit(), parsed.errors().getFirst()));
            }
            ExpandedSize references = ExpandedSize.ofRule();
            RuleCompiler compiler = new RuleCompiler(id -> fitting(condition(id), references, failure), now, days);
            return fitting(compiler.compile(parsed.rule()), ExpandedSize.ofRule(), failure);
        }

        private static Sql fitting(Sql condition, ExpandedSize size, Function<Misfit, RuntimeException> failure) {
            if (!size.fitsWith(condition)) {
                throw failure.apply(
                        new Misfit(null, new FieldError("/rule", "with the segments it refers to, it is too large")));
            }
            return condition;
        }

        private RuleDefinition read(String rule) {
            try {
                return json.readValue(rule, RuleDefinition.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a stored rule cannot be read", e);
            }
        }
    }
}
