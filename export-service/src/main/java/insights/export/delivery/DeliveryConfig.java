package insights.export.delivery;

import insights.export.guard.GuardConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Guards of a run, riding, and erasure. */
@ConfigMapping(prefix = "insights.delivery")
public interface DeliveryConfig {

    /** What stops a run, so that somebody is asked. */
    @WithParentName
    GuardConfig guards();

    /** With fewer memberships in a list nothing is saved by letting them ride along with contacts, and by reading lists back. */
    @WithDefault("20")
    long riders();

    /** What becomes of the contact of a profile that was erased (D4). */
    @WithDefault("TAKE_OFF")
    Erased erasure();

    /** What becomes of the contact of a profile that was erased. */
    enum Erased {
        /** It leaves what the export put it on, and stays a contact: it may be known there from elsewhere. */
        TAKE_OFF,
        /** It is deleted, unless another profile of the same address is this contact too. */
        DELETE_CONTACT
    }
}
