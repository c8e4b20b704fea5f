package insights.export.audience;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.definition.Export;
import insights.export.destination.DestinationType;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which flag at the destination stands for a segment: named after it when first used, and kept when the segment is renamed,
 * because journeys there refer to it, also by an export that comes after the one that named it was removed. Exports of one
 * connection share the flag of a segment; two segments never share one.
 */
@ApplicationScoped
public class SegmentFlags {

    private final Database database;
    private final SegmentClient segments;

    SegmentFlags(Database database, SegmentClient segments) {
        this.database = database;
        this.segments = segments;
    }

    private record Known(UUID export, UUID segment, String flag) {}

    /**
     * The flags of an export, also of one that is not saved yet. New ones are named, and not yet stored.
     *
     * @param foreign names that are there and are not ours; asked only when a new one is named
     */
    public AudienceFlags of(Export export, DestinationType type, Supplier<Set<String>> foreign) {
        List<Known> known = database.transaction(connection -> Database.list(
                connection,
                Sql.of("""
                        select f.export_id, f.segment_id, f.flag from audience_flag f
                        join export e on e.id = f.export_id
                        where e.ledger_connection_id = coalesce((select ledger_connection_id from export where id = ?), ?::uuid)""", export.id(), export.connectionId()),
                row -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3))));
        Map<UUID, String> names = new HashMap<>();
        known.stream()
                .filter(flag -> flag.export().equals(export.id()))
                .forEach(flag -> names.put(flag.segment(), flag.flag()));
        if (export.audienceMode().isFlag() && !names.keySet().containsAll(export.segmentIds())) {
            Set<String> taken = known.stream().map(flag -> key(flag.flag())).collect(Collectors.toSet());
            export.dataMatching().forEach(match -> taken.add(key(match.target())));
            taken.addAll(filled(export));
            Supplier<Set<String>> theirs = once(foreign);
            for (UUID segment : export.segmentIds()) {
                names.computeIfAbsent(segment, id -> shared(known, id)
                        .or(() -> former(export, id, taken))
                        .orElseGet(() -> named(id, type, taken, theirs)));
            }
        }
        return new AudienceFlags(names);
    }

    private static Supplier<Set<String>> once(Supplier<Set<String>> foreign) {
        AtomicReference<Set<String>> said = new AtomicReference<>();
        return () -> {
            if (said.get() == null) {
                said.set(foreign.get());
            }
            return said.get();
        };
    }

    /** Fields that exports of the same connection fill. */
    private List<String> filled(Export export) {
        return database.transaction(connection ->
                Database.list(connection, Sql.of("""
                        select distinct lower(match->>'target') from export e cross join jsonb_array_elements(e.data_matching) as match
                        where e.ledger_connection_id = coalesce((select ledger_connection_id from export where id = ?), ?::uuid)""", export.id(), export.connectionId()), row -> row.getString(1)));
    }

    /** Stores the names, so that they stay; in the transaction of the run. */
    public static void store(Connection connection, UUID export, AudienceFlags flags) throws SQLException {
        for (Map.Entry<UUID, String> flag : flags.names().entrySet()) {
            Database.update(
                    connection,
                    Sql.of(
                            "insert into audience_flag (export_id, segment_id, flag) values (?, ?, ?) on conflict do nothing",
                            export,
                            flag.getKey(),
                            flag.getValue()));
        }
    }

    private static Optional<String> shared(List<Known> known, UUID segment) {
        return known.stream()
                .filter(flag -> flag.segment().equals(segment))
                .map(Known::flag)
                .findFirst();
    }

    /** The last that stood for it by an export that is no more, if nothing else took it meanwhile. */
    private Optional<String> former(Export export, UUID segment, Set<String> taken) {
        return database
                .transaction(connection -> Database.list(
                        connection, Sql.of("""
                                select flag from former_flag
                                where connection_id = coalesce((select ledger_connection_id from export where id = ?), ?::uuid)
                                  and segment_id = ? order by left_at desc""", export.id(), export.connectionId(), segment), row -> row.getString(1)))
                .stream()
                .filter(flag -> taken.add(key(flag)))
                .findFirst();
    }

    /** Null when the segment is gone: whoever reads its members is told. */
    private String named(UUID segment, DestinationType type, Set<String> taken, Supplier<Set<String>> foreign) {
        return segments.find(segment)
                .map(found -> unused(found.displayName(), type, taken, foreign.get()))
                .orElse(null);
    }

    private static String unused(String segment, DestinationType type, Set<String> taken, Set<String> foreign) {
        Set<String> theirs = foreign.stream().map(SegmentFlags::key).collect(Collectors.toSet());
        String candidate = type.flag(segment, 1);
        for (int number = 2; theirs.contains(key(candidate)) || !taken.add(key(candidate)); number++) {
            candidate = type.flag(segment, number);
        }
        return candidate;
    }

    private static String key(String flag) {
        return flag.toLowerCase(Locale.ROOT);
    }
}
