package insights.export.destination;

import insights.export.progress.WaitReason;
import java.util.function.Supplier;

/** Asked before every request to a destination, the repeated ones included. */
public interface Gate {

    /** Returns when a request may be made; throws when none may be made any more. */
    void check();

    /** Told that a request goes out now. */
    void requested();

    /** Told that from now on something is waited for; nobody need listen. */
    default void waits(WaitReason reason) {}

    /** Told that it came. */
    default void goesOn() {}

    /** Asks somebody whom nothing can go on without: while that takes long, it is what is waited for. */
    default <T> T asking(WaitReason reason, Supplier<T> question) {
        return question.get();
    }
}
