package insights.export.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Exports that run by themselves now. Whoever takes them holds their rows until the end of the transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DueExports {

    private static final String ON_REFRESH = """
            select {export.*} from export
            where connection_id is not null and not removing and schedule ->> 'kind' = 'SYSTEM_REFRESH' %s
            order by id\s""";

    private static final String TAKEN = "for no key update";

    private final Session database;

    DueExports(Session database) {
        this.database = database;
    }

    /**
     * An export, one of whose times has come.
     *
     * @param time the earliest that was not fired
     */
    public record Due(Export export, Instant time) {}

    /** Takes the one that is due longest, unless others hold it. */
    public Optional<Due> takeByTheClock(Instant now) {
        return found("""
                        select {export.*} from export where next_fire_at <= :now and not removing
                        order by next_fire_at limit 1 for no key update skip locked""")
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(row -> new Due(row.toExport(), row.nextFireAt));
    }

    /** Moves a taken one on: all its times up to this one were fired. */
    public void firedUpTo(UUID export, Instant last) {
        database.find(ExportEntity.class, export).firedUpTo(last);
    }

    /** Those with a connection that run with the refresh of any of these segments, and these others, in order of their ids. */
    public List<Export> takeOnRefreshOf(Collection<UUID> segments, Collection<UUID> others) {
        return exports(found(ON_REFRESH.formatted(
                                "and (segment_ids && cast(:segments as uuid[]) or id = any (cast(:others as uuid[])))")
                        + TAKEN)
                .setParameter("segments", segments.toArray(UUID[]::new))
                .setParameter("others", others.toArray(UUID[]::new))
                .getResultList());
    }

    /** Those with a connection that run with refreshes and have none of these segments; they are not taken. */
    public List<Export> onRefreshWithout(Collection<UUID> segments) {
        return exports(found(ON_REFRESH.formatted("and not segment_ids && cast(:segments as uuid[])"))
                .setParameter("segments", segments.toArray(UUID[]::new))
                .getResultList());
    }

    /** All with a connection that run with refreshes, in order of their ids. */
    public List<Export> takeOnRefresh() {
        return exports(found(ON_REFRESH.formatted("") + TAKEN).getResultList());
    }

    /** The columns that the entity has, each by its name: a release that adds one while this one works changes nothing. */
    private NativeQuery<ExportEntity> found(String sql) {
        return database.createNativeQuery(sql, ExportEntity.class, "export");
    }

    private static List<Export> exports(List<ExportEntity> rows) {
        return rows.stream().map(ExportEntity::toExport).toList();
    }
}
