package insights.common.start;

import java.util.List;

/**
 * Something that a service does not start without. All checks are asked before anything else happens, and everything that
 * they say is told at once. A check of a setting that others rely on says nothing twice.
 */
public interface StartCheck {

    /**
     * What is wrong; empty when all is well.
     *
     * @return sentences that name the setting and what to do, and no secret
     */
    List<String> faults();

    /**
     * Writes down what later starts are compared with, once nothing is wrong anywhere: a start that is refused leaves nothing
     * behind.
     *
     * @return what is wrong nevertheless, because another replica was quicker
     */
    default List<String> settle() {
        return List.of();
    }
}
