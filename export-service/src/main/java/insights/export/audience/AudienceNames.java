package insights.export.audience;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.definition.Export;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What stands for the segments of an export at its destination. Journeys are pointed to it there, by its name. */
@ApplicationScoped
public class AudienceNames {

    private final Database database;

    AudienceNames(Database database) {
        this.database = database;
    }

    /** In the order of the segments; without those that no run has used yet. */
    public List<AudienceName> of(Export export) {
        Sql sql = Sql.of(
                export.audienceMode().isFlag()
                        ? "select segment_id, flag from audience_flag where export_id = ?"
                        : "select segment_id, title from audience_list where export_id = ? and title is not null",
                export.id());
        Map<UUID, String> names = new HashMap<>();
        database.transaction(connection ->
                Database.list(connection, sql, row -> names.put(row.getObject(1, UUID.class), row.getString(2))));
        return export.segmentIds().stream()
                .filter(names::containsKey)
                .map(segment -> new AudienceName(segment, names.get(segment)))
                .toList();
    }
}
