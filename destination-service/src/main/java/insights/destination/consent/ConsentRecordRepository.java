package insights.destination.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ConsentRecordRepository implements PanacheRepositoryBase<ConsentRecordEntity, UUID> {

    /** Every text that somebody ever agreed to. */
    List<AgreedText> agreedTo() {
        return getEntityManager()
                .createQuery(
                        "select distinct r.textVersion, r.language, r.textSha256 from ConsentRecordEntity r",
                        AgreedText.class)
                .getResultList();
    }

    /** In order of time, from after the given one (null: from the first). */
    List<ConsentRecordEntity> of(UUID connectionId, UUID after, int most) {
        UUID start = after == null ? new UUID(0, 0) : after;
        return find("connectionId = ?1 and id > ?2 order by id", connectionId, start)
                .range(0, most - 1)
                .list();
    }
}
