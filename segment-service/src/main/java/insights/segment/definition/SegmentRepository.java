package insights.segment.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Segments as they are stored. */
@ApplicationScoped
class SegmentRepository implements PanacheRepositoryBase<SegmentEntity, UUID> {

    boolean nameTaken(String displayName, UUID except) {
        return count("lower(displayName) = ?1 and id <> ?2", displayName.toLowerCase(Locale.ROOT), except) > 0;
    }

    /** Segments in order of creation, whose names contain the text. */
    List<SegmentEntity> page(UUID after, String search, int limit) {
        String pattern = "%" + search.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return find("id > ?1 and lower(displayName) like ?2 escape '!' order by id", after, pattern)
                .page(0, limit)
                .list();
    }
}
