package insights.sandbox.ortto.filter;

import com.fasterxml.jackson.databind.JsonNode;

/** Whoever a filter is asked about. */
@FunctionalInterface
public interface Subject {

    /** The value of a field; null when there is none. */
    JsonNode value(String fieldId);
}
