package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.definition.AudienceMode;
import insights.export.definition.Export;
import insights.export.matching.AutopilotField;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which field at Autopilot stands for a segment: named after it when first used, and kept when the segment is renamed,
 * because journeys at Autopilot refer to it. Exports of one connection share the field of a segment; two segments never
 * share one.
 */
@ApplicationScoped
class SegmentFields {

    private static final String PREFIX = AutopilotField.Type.BOOLEAN.prefix() + AutopilotField.SEPARATOR;

    private final Database database;
    private final SegmentClient segments;

    SegmentFields(Database database, SegmentClient segments) {
        this.database = database;
        this.segments = segments;
    }

    private record Known(UUID export, UUID segment, String field) {}

    /** The fields of an export, also of one that is not saved yet. New ones are named, and not yet stored. */
    AudienceFields of(Export export) {
        List<Known> known = database.transaction(connection -> Database.list(
                connection,
                Sql.of("""
                        select f.export_id, f.segment_id, f.field from autopilot_field f
                        join export e on e.id = f.export_id
                        where e.ledger_connection_id = coalesce((select ledger_connection_id from export where id = ?), ?::uuid)""", export.id(), export.connectionId()),
                row -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3))));
        Map<UUID, String> names = new HashMap<>();
        known.stream()
                .filter(field -> field.export().equals(export.id()))
                .forEach(field -> names.put(field.segment(), field.field()));
        if (export.audienceMode() == AudienceMode.FIELD) {
            Set<String> taken = known.stream().map(field -> key(field.field())).collect(Collectors.toSet());
            export.dataMatching().forEach(match -> taken.add(key(match.target())));
            taken.addAll(filled(export));
            for (UUID segment : export.segmentIds()) {
                names.computeIfAbsent(segment, id -> shared(known, id, taken));
            }
        }
        return new AudienceFields(names);
    }

    /** Fields that exports of the same connection fill. */
    private List<String> filled(Export export) {
        return database.transaction(connection ->
                Database.list(connection, Sql.of("""
                        select distinct lower(match->>'target') from export e cross join jsonb_array_elements(e.data_matching) as match
                        where e.ledger_connection_id = coalesce((select ledger_connection_id from export where id = ?), ?::uuid)""", export.id(), export.connectionId()), row -> row.getString(1)));
    }

    /** Stores the names, so that they stay; in the transaction of the run. */
    static void store(Connection connection, UUID export, AudienceFields fields) throws SQLException {
        for (Map.Entry<UUID, String> field : fields.names().entrySet()) {
            Database.update(
                    connection,
                    Sql.of(
                            "insert into autopilot_field (export_id, segment_id, field) values (?, ?, ?) on conflict do nothing",
                            export,
                            field.getKey(),
                            field.getValue()));
        }
    }

    /** Null when the segment is gone: whoever reads its members is told. */
    private String shared(List<Known> known, UUID segment, Set<String> taken) {
        return known.stream()
                .filter(field -> field.segment().equals(segment))
                .map(Known::field)
                .findFirst()
                .orElseGet(() -> segments.find(segment)
                        .map(found -> unused(found.displayName(), taken))
                        .orElse(null));
    }

    private static String unused(String segment, Set<String> taken) {
        String name = PREFIX + words(segment);
        String candidate = name;
        for (int number = 2; !taken.add(key(candidate)); number++) {
            candidate = name + AutopilotField.SEPARATOR + number;
        }
        return candidate;
    }

    /** Words without hyphens at their edges, joined as {@link AutopilotField} reads them. */
    private static String words(String segment) {
        String words = Arrays.stream(segment.split("[\\s\\p{Z}]+|--+"))
                .map(word -> word.replaceAll("^-+|-+$", ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(AutopilotField.SEPARATOR));
        return words.isEmpty() ? "Segment" : words;
    }

    private static String key(String field) {
        return field.toLowerCase(Locale.ROOT);
    }
}
