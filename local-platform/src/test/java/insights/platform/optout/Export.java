package insights.platform.optout;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.Answer;
import java.util.List;
import java.util.Map;

/**
 * An export to an account of its own.
 *
 * @param mode how it keeps audiences
 * @param segments which it exports, by the tier that is in them
 */
record Export(Installation installation, String id, String mode, List<String> segments, Witness witness) {

    static Export create(Installation installation, String world, String mode, List<String> segments) {
        Witness witness = installation.newAccount();
        String connection = installation.connect(world + " " + mode, witness);
        String id = installation
                .contributor()
                .post(
                        "/exports",
                        Map.of(
                                "displayName",
                                world + " " + mode,
                                "connectionId",
                                connection,
                                "segmentIds",
                                segments.stream().map(installation::segmentId).toList(),
                                "audienceMode",
                                mode,
                                "optOutField",
                                "out",
                                "dataMatching",
                                List.of(
                                        Map.of("target", "Email", "field", "mail"),
                                        Map.of("target", "FirstName", "field", "first")),
                                "schedule",
                                Map.of("kind", "OFF")))
                .succeeded()
                .json()
                .get("id")
                .textValue();
        return new Export(installation, id, mode, segments, witness);
    }

    /** Begins a run. */
    Answer begin(boolean confirmed) {
        return installation
                .contributor()
                .post("/exports/" + id + "/runs", Map.of("confirmRemovals", confirmed, "confirmGrowth", confirmed))
                .succeeded();
    }

    /** The run when it has ended. */
    JsonNode end(Answer begun) {
        return installation.end(installation.contributor(), begun);
    }
}
