package insights.destination.consent;

/** What a consent record says happened. */
public enum ConsentAction {
    AGREED,
    WITHDRAWN
}
