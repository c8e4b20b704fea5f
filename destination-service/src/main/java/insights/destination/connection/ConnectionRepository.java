package insights.destination.connection;

import insights.common.problem.Problem;
import insights.destination.consent.ConsentTexts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class ConnectionRepository implements PanacheRepositoryBase<ConnectionEntity, UUID> {

    private final ConsentTexts texts;

    ConnectionRepository(ConsentTexts texts) {
        this.texts = texts;
    }

    /** The row as administrators see it. */
    ConnectionResponse response(ConnectionEntity row) {
        return ConnectionResponse.from(row, texts.currentVersion());
    }

    /** Escapes what means something to LIKE. */
    private static String contains(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    List<ConnectionEntity> list(ConnectionQuery query, boolean sharedOnly, int most) {
        StringBuilder where = new StringBuilder("from ConnectionEntity c where 1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (sharedOnly) {
            where.append(" and c.sharedWithContributors");
        }
        if (query.text() != null) {
            where.append(" and lower(c.displayName) like lower(:text) escape '\\'");
            parameters.put("text", contains(query.text()));
        }
        Map<String, Object> after = query.order().after(query.after());
        if (!after.isEmpty()) {
            where.append(" and ").append(query.order().later());
            parameters.putAll(after);
        }
        return find(where + query.order().orderBy(), parameters)
                .range(0, most - 1)
                .list();
    }

    boolean isNameTaken(String displayName, UUID byAnotherThan) {
        return list("lower(displayName) = lower(?1)", displayName).stream().anyMatch(c -> !c.id.equals(byAnotherThan));
    }

    /** The row, locked until the end of the transaction; 404 if there is none. */
    ConnectionEntity lock(UUID id) {
        ConnectionEntity row = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw notFound(id);
        }
        return row;
    }

    ConnectionEntity require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> notFound(id));
    }

    static RuntimeException notFound(UUID id) {
        return Problem.notFound("connection", id);
    }
}
