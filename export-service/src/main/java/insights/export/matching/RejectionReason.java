package insights.export.matching;

/** Why a profile was not exported. The names are stable: they are in the API, the ledger and the reports. */
public enum RejectionReason {
    OPTED_OUT("The person has opted out, by this profile or by another one with the same address."),
    NO_EMAIL("The profile has no e-mail address."),
    INVALID_EMAIL("What the profile has as e-mail is not an address."),
    DUPLICATE_EMAIL(
            "Another profile with the same e-mail address speaks for both; the contact is in the segments of both."),
    VALUE_DOES_NOT_FIT("A value of the profile does not fit the type of the custom field it is matched to."),
    REFUSED_BY_DESTINATION("The destination refused the contact."),
    SUPPRESSED_AT_DESTINATION(
            "The destination creates nobody of this address: it is on its list of those who complained or cannot be reached."),
    NOT_CONFIRMED("The destination answered without naming the contact, also when it was sent alone."),
    NOT_TAKEN_OFF(
            "The destination refused to take the contact off an audience; the next run tries again, and of an export that is being"
                    + " removed, the next request to remove it."),
    NOT_DELETED(
            "The destination has not deleted the contact of somebody who was erased, or not yet; it is asked again until it has."),
    CHANGED_MEANWHILE("The e-mail address changed while the export ran; the next run exports it.");

    private final String text;

    RejectionReason(String text) {
        this.text = text;
    }

    /** For a person. */
    public String text() {
        return text;
    }
}
