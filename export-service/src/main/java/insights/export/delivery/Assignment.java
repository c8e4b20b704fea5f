package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.definition.AudienceMode;
import insights.export.definition.Export;
import java.util.UUID;

/** What a delivery works on: an export, the account it goes to, the run that does it, and its audience there. */
record Assignment(Export export, AutopilotAccount account, RunControl run, RunLists lists, AudienceFields fields) {

    UUID exportId() {
        return export.id();
    }

    UUID runId() {
        return run.id();
    }

    boolean byList() {
        return export.audienceMode() == AudienceMode.LIST;
    }
}
