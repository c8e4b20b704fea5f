package insights.destination.keycloak;

/** Keycloak did not say anything about a person, so that everything stays as it is. */
class StandingUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StandingUnknownException(String why) {
        super(why);
    }

    StandingUnknownException(Throwable cause) {
        super(cause);
    }
}
