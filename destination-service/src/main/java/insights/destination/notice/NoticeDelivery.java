package insights.destination.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sends notices to export-service until it acknowledges them. */
@ApplicationScoped
class NoticeDelivery {

    private static final Logger LOG = Logger.getLogger(NoticeDelivery.class);

    private final RemovalNoticeRepository notices;
    private final ExportsClient exports;

    NoticeDelivery(RemovalNoticeRepository notices, ExportsClient exports) {
        this.notices = notices;
        this.exports = exports;
    }

    @Transactional
    List<UUID> undelivered() {
        return notices.connectionIds();
    }

    /** Sends one notice, unless somebody else does. If that fails it stays, and is sent again later. */
    @Transactional
    void deliver(UUID connectionId) {
        notices.claim(connectionId).ifPresent(notice -> {
            try {
                exports.tellRemoved(connectionId, RemovalNotice.from(notice));
                notices.delete(notice);
            } catch (ExportsUnknownException e) {
                LOG.warnf("Removal of connection %s not acknowledged yet: %s", connectionId, e.getMessage());
            }
        });
    }
}
