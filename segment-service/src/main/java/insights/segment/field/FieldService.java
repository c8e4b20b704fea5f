package insights.segment.field;

import insights.common.problem.Problem;
import insights.common.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Which fields profiles have. */
@ApplicationScoped
public class FieldService {

    private final Database database;
    private final FieldRepository fields;

    public FieldService(Database database, FieldRepository fields) {
        this.database = database;
        this.fields = fields;
    }

    public List<Field> list() {
        return database.transaction(fields::list);
    }

    /** 404 when there is none of this name. */
    public Field get(String name) {
        return database.transaction(connection -> fields.find(connection, name))
                .orElseThrow(() -> Problem.notFound("field", name));
    }

    /** The types of all fields by name. */
    public Map<String, FieldType> types() {
        return database.transaction(fields::types);
    }
}
