package insights.export.matching;

/** What became of a profile when it was mapped. */
public sealed interface Mapped {

    /** It can be sent. */
    record Fit(Contact contact) implements Mapped {}

    /** It cannot, and why. */
    record Unfit(RejectionReason reason) implements Mapped {}
}
