package insights.sandbox.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the accounts of one API have in common before there is one. */
public interface AccountKind {

    Api api();

    /** A key that looks like one of this API's. */
    String newKey();

    /** The settings of an account of which nothing else is said. */
    ObjectNode defaults();

    /**
     * An account that nobody can use yet: {@link Accounts#add} makes it known.
     *
     * @param settings all of them
     * @throws IllegalArgumentException when the key is not one
     * @throws JacksonException when a setting is unknown or cannot have its value
     */
    Account make(String apiKey, ObjectNode settings) throws JacksonException;

    /**
     * Whether there is such an operation.
     *
     * @param method null: any
     * @param path below {@code /v1}, as in the counters; null: any
     */
    boolean offers(String method, String path);
}
