package insights.export.delivery;

import insights.export.start.ErasureRuns;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Exports of one history that move to a second account, and back. */
final class ModelMoves {

    private final ModelRuns runs;
    private final ErasureRuns formerRuns;
    private final UUID home;
    private UUID elsewhere;

    ModelMoves(ModelRuns runs, ErasureRuns formerRuns, UUID home) {
        this.runs = runs;
        this.formerRuns = formerRuns;
        this.home = home;
    }

    void away(String export) {
        if (elsewhere == null) {
            elsewhere = Neighbours.get().connection(new Sandbox(), 10_000);
        }
        attach(export, elsewhere);
    }

    void back(String export) {
        attach(export, home);
    }

    /** It is looked who opted out where the export was before. @return under what it is kept; empty when nothing is, or it could not be done */
    Optional<String> look(String export, Random random) {
        Optional<String> kept = runs.text("select id::text from export where former_of = ?", export);
        return kept.filter(left -> {
            formerRuns.queueFormer(UUID.fromString(export), home);
            String run = runs.text(
                            "select id::text from run where export_id = ? and purpose = 'FORMER_CONNECTION' order by id desc limit 1",
                            export)
                    .orElseThrow();
            if (random.nextInt(3) == 0) {
                runs.loseLease(run, random.nextInt(40));
            }
            // It may have found the circuit open because of earlier faults.
            return runs.await(run).equals("SUCCESSFUL");
        });
    }

    private static void attach(String export, UUID to) {
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("connectionId", to))
                .put("/exports/" + export + "/connection")
                .then()
                .statusCode(200);
    }

    /** Nobody looks at the second account any more. */
    void end() {
        if (elsewhere != null) {
            Api.as("destination-service")
                    .body(Map.of("exports", "DETACH", "by", Map.of("subject", "s", "name", "admin")))
                    .post("/internal/connections/" + elsewhere + "/removed");
        }
    }
}
