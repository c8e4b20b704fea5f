package insights.export.matching;

import insights.common.address.EmailAddress;
import insights.export.destination.Contact;

/** What became of a profile when it was mapped. */
public sealed interface Mapped {

    /** It can be sent. */
    record Fit(Contact contact) implements Mapped {}

    /**
     * It cannot, and why.
     *
     * @param email its address; null when it has none
     * @param field which of its fields has the value that does not fit; null for any other reason
     */
    record Unfit(RejectionReason reason, EmailAddress email, String field) implements Mapped {

        public Unfit(RejectionReason reason, EmailAddress email) {
            this(reason, email, null);
        }
    }
}
