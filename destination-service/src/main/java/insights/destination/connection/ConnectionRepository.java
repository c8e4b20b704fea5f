package insights.destination.connection;

import insights.common.problem.Problem;
import insights.destination.consent.ConsentTexts;
import insights.destination.type.Endpoints;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class ConnectionRepository implements PanacheRepositoryBase<ConnectionEntity, UUID> {

    private final ConsentTexts texts;
    private final Endpoints endpoints;

    ConnectionRepository(ConsentTexts texts, Endpoints endpoints) {
        this.texts = texts;
        this.endpoints = endpoints;
    }

    /** The row as administrators see it. */
    ConnectionResponse response(ConnectionEntity row) {
        return response(row, null);
    }

    /** @param exportCount how many exports use it; null: nobody said */
    ConnectionResponse response(ConnectionEntity row, Integer exportCount) {
        return ConnectionResponse.from(row, texts.currentVersion(), missing(row), exportCount);
    }

    /** The row as those see it who only use it. */
    ConnectionSummary summary(ConnectionEntity row, List<ConnectionPermission> permissions) {
        return ConnectionSummary.from(row, missing(row), permissions);
    }

    private List<MissingPart> missing(ConnectionEntity row) {
        return MissingPart.of(row, endpoints.isAllowed(row.type, URI.create(row.endpoint)));
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
        if (query.shared() != null) {
            where.append(" and c.sharedWithContributors = :shared");
            parameters.put("shared", query.shared());
        }
        if (!query.types().isEmpty()) {
            where.append(" and c.type in :types");
            parameters.put("types", query.types());
        }
        if (!query.statuses().isEmpty()) {
            where.append(" and c.status in :statuses");
            parameters.put("statuses", query.statuses());
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

    /** The ids of all who are export users, each once. */
    List<String> exportUsers() {
        return getEntityManager()
                .createQuery(
                        "select distinct c.exportUser.subject from ConnectionEntity c where c.exportUser.subject is not null",
                        String.class)
                .getResultList();
    }

    /** The rows whose export user that is, locked until the end of the transaction. */
    List<ConnectionEntity> lockOfExportUser(String subject) {
        return find("exportUser.subject = ?1 order by id", subject)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
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
