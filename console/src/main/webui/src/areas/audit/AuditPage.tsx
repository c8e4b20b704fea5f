import { FormGroup, FormSelect, FormSelectOption, Grid, GridItem, TextInput } from "@patternfly/react-core";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { API } from "../../api/client";
import { NotAllowed } from "../../app/LostPages";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { type Audited, AuditTrail } from "../../ui/AuditTrail";
import type { RuleWords } from "../../ui/auditWords";
import { Fields } from "../../ui/Fields";
import { PageFrame } from "../../ui/PageFrame";
import { changed } from "../../ui/parameters";

const SERVICES: Audited[] = ["connections", "segments", "exports"];

/** Who did what, in all services, with filters and as a file. */
export function AuditPage({ Rule }: { Rule?: RuleWords }) {
  const say = useText();
  const [parameters, setParameters] = useSearchParams();
  const service = (parameters.get("of") ?? "exports") as Audited;
  const by = parameters.get("by") ?? "";
  const typed = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (typed.current) {
      typed.current.value = by;
    }
  }, [by]);
  const set = (name: string, value: string) => {
    if (value === (parameters.get(name) ?? "")) {
      return;
    }
    setParameters((before) => changed(before, { [name]: value }));
  };
  if (!useMay("admin")) {
    return <NotAllowed title={say("nav.audit")} needs="admin" />;
  }
  const file = `${API}/${service}/audit-events.csv${by ? `?by=${encodeURIComponent(by)}` : ""}`;
  return (
    <PageFrame
      title={say("nav.audit")}
      lead={say("audit.lead")}
      actions={<a href={file}>{say("action.csv")}</a>}
    >
      <Fields>
        <Grid hasGutter md={4}>
          <GridItem>
            <FormGroup label={say("audit.of")} fieldId="audit-of">
              <FormSelect id="audit-of" value={service} onChange={(_event, value) => set("of", value)}>
                {SERVICES.map((one) => (
                  <FormSelectOption key={one} value={one} label={say(`nav.${one}`)} />
                ))}
              </FormSelect>
            </FormGroup>
          </GridItem>
          <GridItem>
            <FormGroup label={say("audit.bySubject")} fieldId="audit-by">
              <TextInput
                ref={typed}
                id="audit-by"
                defaultValue={by}
                onKeyDown={(event) => {
                  if (event.key === "Enter") {
                    set("by", event.currentTarget.value.trim());
                  }
                }}
                onBlur={(event) => set("by", event.currentTarget.value.trim())}
              />
            </FormGroup>
          </GridItem>
        </Grid>
      </Fields>
      <AuditTrail service={service} by={by || undefined} Rule={Rule} />
    </PageFrame>
  );
}
