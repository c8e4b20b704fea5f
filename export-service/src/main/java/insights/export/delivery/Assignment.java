package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.definition.Export;

/** What a delivery works on: an export, the account it goes to, and the run that does it. */
record Assignment(Export export, AutopilotAccount account, RunControl run) {}
