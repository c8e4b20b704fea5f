import { Tab, TabTitleText } from "@patternfly/react-core";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { PageFrame } from "../../ui/PageFrame";
import { Button, Tabs } from "../../ui/patternfly";
import { FieldsTab } from "./FieldsTab";
import { ImportDialog } from "./ImportDialog";
import { ImportsTab } from "./ImportsTab";
import { ProfilesTab } from "./ProfilesTab";

/** Who is known: the fields of all customers for everybody, single customers and files for administrators. */
export function CustomersPage() {
  const say = useText();
  const administers = useMay("admin");
  const [parameters, setParameters] = useSearchParams();
  const [importing, setImporting] = useState(false);
  const start = () => setImporting(true);
  return (
    <PageFrame
      title={say("nav.customers")}
      lead={say("customer.lead")}
      actions={
        administers && (
          <Button variant="primary" onClick={start}>
            {say("import.title")}
          </Button>
        )
      }
    >
      <Tabs
        activeKey={(administers && parameters.get("tab")) || "fields"}
        onSelect={(_event, tab) => setParameters({ tab: String(tab) }, { replace: true })}
        aria-label={say("nav.customers")}
        mountOnEnter
        unmountOnExit
      >
        <Tab eventKey="fields" title={<TabTitleText>{say("customer.fields")}</TabTitleText>}>
          <FieldsTab start={start} />
        </Tab>
        {administers && (
          <Tab eventKey="profiles" title={<TabTitleText>{say("customer.profiles")}</TabTitleText>}>
            <ProfilesTab start={start} />
          </Tab>
        )}
        {administers && (
          <Tab eventKey="imports" title={<TabTitleText>{say("customer.imports")}</TabTitleText>}>
            <ImportsTab start={start} />
          </Tab>
        )}
      </Tabs>
      {importing && (
        <ImportDialog
          close={() => setImporting(false)}
          started={() => {
            setImporting(false);
            setParameters({ tab: "imports" }, { replace: true });
          }}
        />
      )}
    </PageFrame>
  );
}
