package insights.export.autopilot;

/** Asked before every request to Autopilot, the repeated ones included. */
public interface Gate {

    /** Returns when a request may be made; throws when none may be made any more. */
    void check();

    /** Told that a request goes out now. */
    void requested();
}
