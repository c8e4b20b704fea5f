import {
  ActionGroup,
  Checkbox,
  Content,
  ExpandableSection,
  Form,
  FormGroup,
  FormSection,
  FormSelect,
  FormSelectOption,
  Radio,
} from "@patternfly/react-core";
import { useState } from "react";
import { useAllConnections } from "../../api/connections";
import type { Problem } from "../../api/problem";
import { useFields } from "../../api/segments";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { Button } from "../../ui/patternfly";
import { errorAt } from "../../ui/ServiceWords";
import { missingIn, ScheduleForm } from "../../ui/schedule";
import { TextField } from "../../ui/TextField";
import { audienceModesOf, isEmailTarget } from "../../ui/targets";
import { useUnsaved } from "../../ui/unsaved";
import { Audience } from "./Audience";
import { type Draft, placedAt } from "./draft";
import { Matching } from "./Matching";
import { SampleContact } from "./SampleContact";

interface SetUpFormProps {
  first: Draft;
  exportId?: string;
  problem: Problem | undefined;
  isSaving: boolean;
  save: (draft: Draft, run: boolean) => void;
  cancel: () => void;
}

/** The steps of setting up an export, all on one page and in the documented order, so that nothing is hidden behind a "next". */
export function SetUpForm({ first, exportId, problem, isSaving, save, cancel }: SetUpFormProps) {
  const say = useText();
  const administers = useMay("admin");
  const [draft, setDraft] = useState(first);
  const connections = useAllConnections();
  const fields = useFields();
  const isChanged = JSON.stringify(draft) !== JSON.stringify(first);
  const set = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed });
  const missing = whatIsMissing(draft);
  const { guard } = useUnsaved(isChanged && !isSaving);
  return (
    <Loaded query={connections}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={say("export.noConnections")}>
            {say(administers ? "connection.empty.admin" : "export.noConnections.contributor")}
          </Empty>
        ) : (
          <Form
            className="insights-narrow"
            onSubmit={(event) => {
              event.preventDefault();
              if (!missing) {
                save(draft, false);
              }
            }}
          >
            <FormSection title={say("export.step.connection")} titleElement="h2">
              <TextField
                id="export-name"
                label={say("field.displayName")}
                value={draft.displayName}
                change={(displayName) => set({ displayName })}
                error={
                  problem?.type === "name-taken"
                    ? say("problem.name-taken")
                    : errorAt(problem, "/displayName")
                }
                isRequired
                maxLength={100}
              />
              <FormGroup label={say("export.connection")} fieldId="export-connection" isRequired>
                <FormSelect
                  id="export-connection"
                  value={draft.connectionId}
                  onChange={(_event, connectionId) => {
                    const chosen = items.find((one) => one.id === connectionId);
                    set({ connectionId, ...(chosen && placedAt(draft, chosen.type)) });
                  }}
                >
                  <FormSelectOption value="" label={say("export.chooseConnection")} isPlaceholder />
                  {items.map((one) => (
                    <FormSelectOption
                      key={one.id}
                      value={one.id}
                      label={
                        one.status === "CONNECTED"
                          ? one.displayName
                          : `${one.displayName} (${say(`connection.status.${one.status}`)})`
                      }
                    />
                  ))}
                </FormSelect>
              </FormGroup>
            </FormSection>
            <FormSection title={say("export.step.segments")} titleElement="h2">
              <Audience
                chosen={draft.segmentIds}
                connectionId={draft.connectionId}
                exportId={exportId}
                choose={(segmentIds) => set({ segmentIds })}
                error={errorAt(problem, "/segmentIds")}
              />
            </FormSection>
            <FormSection title={say("export.matching")} titleElement="h2">
              <Loaded query={fields} lines={3}>
                {(known) => (
                  <Matching
                    connectionId={draft.connectionId}
                    fields={known}
                    value={draft.dataMatching}
                    change={(dataMatching) => set({ dataMatching })}
                    problem={problem}
                  />
                )}
              </Loaded>
            </FormSection>
            <FormSection title={say("export.step.audience")} titleElement="h2">
              <FormGroup role="radiogroup" label={say("export.audience")} fieldId="audience" isStack>
                {audienceModesOf(draft.audienceMode === "TAG" ? "ORTTO" : "AUTOPILOT").map((mode) => (
                  <Radio
                    key={mode}
                    id={`audience-${mode}`}
                    name="audience"
                    label={say(`export.audience.${mode}`)}
                    description={say(`export.audience.${mode}.text`)}
                    isChecked={draft.audienceMode === mode}
                    onChange={() => set({ audienceMode: mode })}
                  />
                ))}
              </FormGroup>
              {exportId !== undefined && draft.audienceMode !== first.audienceMode && (
                <Content component="p">{say("export.audience.changed")}</Content>
              )}
              <ExpandableSection toggleText={say("connection.advanced")}>
                <FormGroup label={say("export.optOut")} fieldId="opt-out">
                  <FormSelect
                    id="opt-out"
                    value={draft.optOutField}
                    onChange={(_event, optOutField) => set({ optOutField })}
                  >
                    <FormSelectOption value="" label={say("export.optOut.any")} />
                    {(fields.data ?? [])
                      .filter((field) => field.role === "OPT_OUT")
                      .map((field) => (
                        <FormSelectOption key={field.name} value={field.name} label={field.name} />
                      ))}
                  </FormSelect>
                </FormGroup>
                <Checkbox
                  id="hooks"
                  label={say("export.hooks")}
                  description={say("export.hooks.text")}
                  isChecked={draft.notifyHooks}
                  onChange={(_event, notifyHooks) => set({ notifyHooks })}
                />
                <Checkbox
                  id="clear"
                  label={say("export.clearEmptied")}
                  description={say("export.clearEmptied.text")}
                  isChecked={draft.clearEmptied}
                  onChange={(_event, clearEmptied) => set({ clearEmptied })}
                />
              </ExpandableSection>
            </FormSection>
            <FormSection title={say("schedule.noun")} titleElement="h2">
              <ScheduleForm
                kinds={["SYSTEM_REFRESH", "DAILY", "WEEKLY", "MONTHLY", "OFF"]}
                value={draft.schedule}
                change={(schedule) => set({ schedule })}
                problem={problem}
              />
            </FormSection>
            <FormSection title={say("export.step.sample")} titleElement="h2">
              <SampleContact draft={draft} />
            </FormSection>
            <ActionGroup>
              <Button
                type="submit"
                variant="primary"
                isLoading={isSaving}
                isDisabled={isSaving || missing !== undefined}
              >
                {say("action.save")}
              </Button>
              <Button
                variant="secondary"
                sends
                isDisabled={isSaving || missing !== undefined}
                onClick={() => save(draft, true)}
              >
                {say("export.saveAndRun")}
              </Button>
              <Button variant="link" onClick={cancel}>
                {say("action.cancel")}
              </Button>
            </ActionGroup>
            {missing && <Content component="small">{say(`export.missing.${missing}`)}</Content>}
            {guard}
          </Form>
        )
      }
    </Loaded>
  );
}

/** The first thing that still has to be chosen. */
export function whatIsMissing(
  draft: Draft,
): "name" | "connection" | "segments" | "email" | "matching" | "schedule" | undefined {
  if (draft.displayName.trim() === "") {
    return "name";
  }
  if (draft.connectionId === "") {
    return "connection";
  }
  if (draft.segmentIds.length === 0) {
    return "segments";
  }
  if (!draft.dataMatching.some((match) => isEmailTarget(match.target) && match.field !== "")) {
    return "email";
  }
  if (draft.dataMatching.some((match) => match.field === "" || match.target === "")) {
    return "matching";
  }
  return missingIn(draft.schedule).length > 0 ? "schedule" : undefined;
}
