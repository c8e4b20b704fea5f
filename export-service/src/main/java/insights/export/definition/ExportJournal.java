package insights.export.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.audit.AuditLog;
import insights.common.audit.Changes;
import insights.common.security.Person;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.audit.ExportAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Notes in the audit trail what was done to an export: everything that can be edited of it, and its connection. */
@ApplicationScoped
class ExportJournal {

    private final AuditLog audit;
    private final Database database;
    private final ObjectMapper json;

    ExportJournal(AuditLog audit, Database database, ObjectMapper json) {
        this.audit = audit;
        this.database = database;
        this.json = json;
    }

    void created(Export export) {
        audit.record(ExportAction.EXPORT_CREATED, export.id(), export.displayName(), changes(null, export));
    }

    void duplicated(Export original, Export copy) {
        Changes changes = changes(null, copy).with("copyOf", null, original.id());
        audit.record(ExportAction.EXPORT_DUPLICATED, copy.id(), copy.displayName(), changes);
    }

    void changed(ExportAction action, Export before, Export after) {
        audit.record(action, after.id(), after.displayName(), changes(before, after));
    }

    void removed(Person by, Export export) {
        audit.record(by, ExportAction.EXPORT_REMOVED, export.id(), export.displayName(), changes(export, null));
    }

    /** @param notFound is all that is left of what the last run warned of */
    void takenOff(Person by, Export export, List<String> notFound) {
        Changes changes = changes(export, null);
        if (!notFound.isEmpty()) {
            changes.with("mayStillBeThere", null, String.join("\n", notFound));
        }
        audit.record(by, ExportAction.EXPORT_REMOVED, export.id(), export.displayName(), changes);
    }

    /** By the audit trail itself, which outlives whoever is asked. */
    Person whoBeganToRemove(Export export) {
        Sql sql = Sql.of(
                "select by_subject, by_name from audit_event where target = ? and action = ? order by id desc limit 1",
                export.id().toString(),
                ExportAction.EXPORT_REMOVAL_STARTED.name());
        return database.transaction(connection -> Database.first(
                        connection, sql, row -> new Person(row.getString("by_subject"), row.getString("by_name"))))
                .orElse(export.updatedBy());
    }

    void detached(Person by, Export before, Export after) {
        audit.record(by, ExportAction.EXPORT_DETACHED, after.id(), after.displayName(), changes(before, after));
    }

    private Changes changes(Export before, Export after) {
        ObjectNode from = values(before);
        ObjectNode to = values(after);
        Set<String> names = new TreeSet<>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        Changes changes = Changes.none();
        names.forEach(name -> changes.with(name, text(from.get(name)), text(to.get(name))));
        return changes;
    }

    private ObjectNode values(Export export) {
        if (export == null) {
            return json.createObjectNode();
        }
        ObjectNode values = json.valueToTree(ExportEdit.from(export));
        return values.put("connectionId", Objects.toString(export.connectionId(), null));
    }

    private static String text(JsonNode value) {
        return value == null || value.isNull() ? null : value.isValueNode() ? value.asText() : value.toString();
    }
}
