package insights.export.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;

/** What requests to run all exports were answered, by their idempotency keys. */
@ApplicationScoped
class RunAllRepository {

    private final Session database;
    private final ObjectMapper json;
    private final Clock clock;

    RunAllRepository(Session database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Waits until no other request with the key is worked on, until the end of the transaction. */
    void oneAtATime(String caller, String key) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 7002))", Integer.class)
                .setParameter("key", caller + ' ' + key)
                .getSingleResult();
    }

    @Transactional
    Optional<RunAllAnswer> find(String caller, String key) {
        return database.createNativeQuery(
                        "select cast(answer as text) from run_all where requested_by = :caller and idempotency_key = :key",
                        String.class)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(this::read);
    }

    void add(String caller, String key, RunAllAnswer answer) {
        database.createNativeMutationQuery("""
                        insert into run_all (requested_by, idempotency_key, answer, requested_at)
                        values (:caller, :key, cast(:answer as jsonb), :now)""")
                .setParameter("caller", caller)
                .setParameter("key", key)
                .setParameter("answer", write(answer))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private RunAllAnswer read(String text) {
        try {
            return json.readValue(text, RunAllAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(RunAllAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
