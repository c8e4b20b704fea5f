package insights.common.problem;

import java.net.URI;

/**
 * One kind of error that a caller can meet. Its URI is stable: clients switch on it. Every service lists its own kinds
 * in an enum; those that any HTTP service has are in {@link CommonProblem}. All of them are explained in
 * {@code docs/problems.md}.
 */
public interface ProblemType {

    /** Prefix of every type URI of this product. */
    String PREFIX = "urn:insights:problem:";

    /** The enum constant's name, from which the URI is made. */
    String name();

    /** HTTP status that goes with it. */
    int status();

    /** Short summary for a person, the same for every occurrence. */
    String title();

    /** The stable identifier, for example {@code urn:insights:problem:unknown-field}. */
    default URI uri() {
        return URI.create(PREFIX + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
