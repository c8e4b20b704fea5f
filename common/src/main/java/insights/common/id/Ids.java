package insights.common.id;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Makes ids for new rows: UUIDs of version 7 (RFC 9562), in order of time, by PostgreSQL's own function (from 18 on). */
@ApplicationScoped
public class Ids {

    private final EntityManager database;

    public Ids(EntityManager database) {
        this.database = database;
    }

    public UUID next() {
        return (UUID) database.createNativeQuery("select uuidv7()", UUID.class).getSingleResult();
    }
}
