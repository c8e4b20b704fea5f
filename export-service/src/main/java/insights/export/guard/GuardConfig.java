package insights.export.guard;

import io.smallrye.config.WithDefault;

/** How much of what is at the destination a run may change without being asked: a part of {@code insights.delivery}. */
public interface GuardConfig {

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
}
