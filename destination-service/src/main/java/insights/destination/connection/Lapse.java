package insights.destination.connection;

/** Why an export user lends nobody their name any more, as the identity provider has it. */
public enum Lapse {
    /** They are disabled there. */
    DISABLED,
    /** They are not there any more. */
    GONE,
    /** They have not the role any more that one must have to become export user. */
    NOT_ADMINISTRATOR
}
