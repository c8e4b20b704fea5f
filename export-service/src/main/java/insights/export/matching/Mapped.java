package insights.export.matching;

import insights.common.address.EmailAddress;

/** What became of a profile when it was mapped. */
public sealed interface Mapped {

    /** It can be sent. */
    record Fit(Contact contact) implements Mapped {}

    /**
     * It cannot, and why.
     *
     * @param email its address; null when it has none
     */
    record Unfit(RejectionReason reason, EmailAddress email) implements Mapped {}
}
