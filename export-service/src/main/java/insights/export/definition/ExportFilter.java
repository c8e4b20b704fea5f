package insights.export.definition;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which exports to find: those that fit everything that is given.
 *
 * @param text part of the display name, whatever the case; null for all
 * @param connections with one of these; empty for all
 * @param segments with one of these; empty for all
 * @param lastStatuses whose latest run that does more than take erased people out has one of these; empty for all
 * @param active whether it runs by itself; null for either
 */
public record ExportFilter(
        String text,
        Collection<UUID> connections,
        Collection<UUID> segments,
        Collection<String> lastStatuses,
        Boolean active) {

    private static final String LAST_STATUS = """
            cast(sql('(select r.status from run r where r.export_id = ? and r.own
                       order by r.id desc limit 1)', e.id) as String) in (:statuses)""";

    private static final String ACTIVE = """
            (e.connectionId is not null and e.removing = false
             and cast(sql('(select x.schedule ->> ''kind'' from export x where x.id = ?)', e.id) as String) <> 'OFF')""";

    /** As a condition of HQL about {@code ExportEntity e}. */
    String condition() {
        StringBuilder condition = new StringBuilder("locate(lower(:text), lower(e.displayName)) > 0");
        if (!connections.isEmpty()) {
            condition.append(" and e.connectionId in (:connections)");
        }
        if (!segments.isEmpty()) {
            condition.append(" and array_intersects(e.segmentIds, :segments)");
        }
        if (!lastStatuses.isEmpty()) {
            condition.append(" and ").append(LAST_STATUS);
        }
        if (active != null) {
            condition.append(active ? " and " : " and not ").append(ACTIVE);
        }
        return condition.toString();
    }

    /** What the condition refers to. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("text", text == null ? "" : text);
        if (!connections.isEmpty()) {
            values.put("connections", connections);
        }
        if (!segments.isEmpty()) {
            values.put("segments", segments.toArray(UUID[]::new));
        }
        if (!lastStatuses.isEmpty()) {
            values.put("statuses", lastStatuses);
        }
        return values;
    }
}
