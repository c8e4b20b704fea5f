package insights.export.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Guards of a run, and erasure. */
@ConfigMapping(prefix = "insights.delivery")
public interface DeliveryConfig {

    /** A run that would remove more than this part of an audience stops and asks (B5) … */
    @WithDefault("0.3")
    double maxRemovals();

    /** … if the audience had at least so many. A field that is emptied has at least so many values. */
    @WithDefault("100")
    long guardedAudience();

    /** A run that would have more than so many times the most people ever in an audience stops and asks (B9) … */
    @WithDefault("2.0")
    double maxGrowth();

    /** … if it is at least so many more. */
    @WithDefault("1000")
    long guardedGrowth();

    /** A run that would empty a field at more than this part of the contacts that have a value in it stops and asks (B10). */
    @WithDefault("0.5")
    double maxEmptied();

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
