package insights.sandbox.account;

/** Whose API an account is reached by. */
public enum Api {
    AUTOPILOT,
    ORTTO
}
