import { FormSelect, FormSelectOption, Label, ToolbarItem } from "@patternfly/react-core";
import { useSearchParams } from "react-router";
import { useAllConnections } from "../../api/connections";
import type { ExportFilter } from "../../api/exports";
import type { RunStatus } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { changed } from "../../ui/parameters";
import { useSegmentNames } from "../../ui/segmentNames";

const STATUSES: RunStatus[] = [
  "SUCCESSFUL",
  "COMPLETED_WITH_WARNINGS",
  "FAILED_PERMANENT",
  "FAILED_RETRYING",
  "SKIPPED",
  "CANCELED",
  "QUEUED",
  "PROCESSING",
];
type Narrowed = "status" | "segmentId" | "connectionId";

interface Filter {
  wanted: Pick<ExportFilter, Narrowed>;
  isSet: boolean;
  set: (name: Narrowed, values: string[]) => void;
  clear: () => void;
}

/** Which exports are looked at, as the address has it. */
export function useFilter(): Filter {
  const [parameters, setParameters] = useSearchParams();
  const values = (name: Narrowed) => {
    const all = parameters.getAll(name);
    return all.length > 0 ? all : undefined;
  };
  const wanted = {
    status: values("status")?.filter((one): one is RunStatus => STATUSES.includes(one as RunStatus)),
    segmentId: values("segmentId"),
    connectionId: values("connectionId"),
  };
  const change = (chosen: Partial<Record<Narrowed, string[]>>) =>
    setParameters((before) => changed(before, { after: undefined, ...chosen }));
  return {
    wanted,
    isSet: Object.values(wanted).some((one) => one !== undefined),
    set: (name, chosen) => change({ [name]: chosen }),
    clear: () => change({ status: [], segmentId: [], connectionId: [] }),
  };
}

/** Looks at exports by what their last run came to; and says of whose exports the list is, with a way back to all. */
export function Filters({ filter: { wanted, set } }: { filter: Filter }) {
  const say = useText();
  const segmentName = useSegmentNames();
  const connections = useAllConnections(useMay("contributor"));
  const names = new Map((connections.data?.items ?? []).map((one) => [one.id, one.displayName]));
  const [first, ...others] = wanted.status ?? [];
  const several = others.length > 0;
  return (
    <>
      <ToolbarItem>
        <FormSelect
          aria-label={say("field.status")}
          value={several ? SEVERAL : (first ?? "")}
          onChange={(_event, status) => status !== SEVERAL && set("status", status === "" ? [] : [status])}
        >
          <FormSelectOption value="" label={say("export.anyStatus")} />
          {several && (
            <FormSelectOption
              value={SEVERAL}
              label={(wanted.status ?? []).map((one) => say(`run.status.${one}`)).join(", ")}
            />
          )}
          {STATUSES.map((one) => (
            <FormSelectOption key={one} value={one} label={say(`run.status.${one}`)} />
          ))}
        </FormSelect>
      </ToolbarItem>
      {wanted.segmentId && (
        <ToolbarItem>
          <Label onClose={() => set("segmentId", [])} closeBtnAriaLabel={say("action.clear")}>
            {say("export.onlySegment", { name: wanted.segmentId.map(segmentName).join(", ") })}
          </Label>
        </ToolbarItem>
      )}
      {wanted.connectionId && (
        <ToolbarItem>
          <Label onClose={() => set("connectionId", [])} closeBtnAriaLabel={say("action.clear")}>
            {say("export.onlyConnection", {
              name: wanted.connectionId.map((id) => names.get(id) ?? "…").join(", "),
            })}
          </Label>
        </ToolbarItem>
      )}
    </>
  );
}

const SEVERAL = "+";
