package insights.destination.type;

import java.util.Optional;

/**
 * What a destination said about a key.
 *
 * @param account which account the key is of, as the destination names it; empty where it does not say
 */
public record KeyCheck(CheckOutcome outcome, Optional<String> account) {

    /** Longer ones are not believed to be an id. */
    private static final int LONGEST = 200;

    /** An answer that says nothing of the account. */
    public static KeyCheck of(CheckOutcome outcome) {
        return new KeyCheck(outcome, Optional.empty());
    }

    /** The key is accepted. @param account as the destination writes it; anything that is no id is as good as nothing */
    public static KeyCheck accepted(String account) {
        return new KeyCheck(
                CheckOutcome.ACCEPTED,
                Optional.ofNullable(account).filter(id -> !id.isBlank() && id.length() <= LONGEST));
    }
}
