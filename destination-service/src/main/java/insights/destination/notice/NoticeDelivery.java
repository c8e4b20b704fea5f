package insights.destination.notice;

import insights.destination.exports.ExportsClient;
import insights.destination.exports.ExportsUnknownException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sends notices to export-service until it acknowledges them. */
@ApplicationScoped
class NoticeDelivery {

    private static final Logger LOG = Logger.getLogger(NoticeDelivery.class);

    private final NoticeRepository notices;
    private final ExportsClient exports;

    NoticeDelivery(NoticeRepository notices, ExportsClient exports) {
        this.notices = notices;
        this.exports = exports;
    }

    @Transactional
    List<UUID> undelivered() {
        return notices.ids();
    }

    /** Sends one notice, unless somebody else does. If that fails it stays, and is sent again later. */
    @Transactional
    void deliver(UUID id) {
        notices.claim(id).ifPresent(notice -> {
            try {
                exports.tell(notice.connectionId, notice.kind.path(), notice.body, notice.requestId);
                notices.delete(notice);
            } catch (ExportsUnknownException e) {
                LOG.warnf(
                        "Not acknowledged yet, that connection %s is %s: %s",
                        notice.connectionId, notice.kind.path(), e.getMessage());
            }
        });
    }
}
