package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;

/**
 * What became of one person of a merge.
 *
 * @param personId null when there is none
 * @param error null when there is none
 */
record Entry(String personId, String status, String error) {

    static Entry created(String personId) {
        return new Entry(personId, "created", null);
    }

    static Entry merged(String personId) {
        return new Entry(personId, "merged", null);
    }

    /** Of an asynchronous merge. Recorded of activities: people who are new have no id yet, as far as one can know. */
    static Entry queued(String personId) {
        return new Entry(personId, "queued", null);
    }

    static Entry invalid(String error) {
        return new Entry(null, "invalid", error);
    }

    static Entry suppressed() {
        return new Entry(null, "suppressed", "Email is suppressed");
    }

    /** Nobody is told what Ortto calls it when it was asked to make nobody. */
    static Entry skipped() {
        return new Entry(null, "skipped", "Person does not exist");
    }

    boolean isFailure() {
        return error != null;
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        if (personId != null) {
            json.put("person_id", personId);
        }
        json.put("status", status);
        if (error != null) {
            json.put("error", error);
        }
        return json;
    }
}
