import {
  ActionGroup,
  Content,
  Flex,
  FlexItem,
  Form,
  Grid,
  GridItem,
  Stack,
  StackItem,
} from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../api/problem";
import { useAllSegments } from "../../api/segments";
import type { Field, Rule } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ErrorCard } from "../../ui/ErrorCard";
import { useNumbers } from "../../ui/numbers";
import { Button } from "../../ui/patternfly";
import { errorAt } from "../../ui/ServiceWords";
import { TextField } from "../../ui/TextField";
import { useUnsaved } from "../../ui/unsaved";
import { CountCard } from "./CountCard";
import { useHistory } from "./history";
import { useRefused } from "./preview";
import { RuleEditor } from "./RuleEditor";
import { isComplete, partsOf, ruleOf } from "./rule";
import { useSentence } from "./sentence";

/** What is saved. */
export interface SegmentDraft {
  displayName: string;
  rule: Rule;
}

interface SegmentFormProps {
  first: { displayName: string; rule: Rule | undefined };
  /** The segment that is edited: it cannot be made of itself. */
  self?: string;
  fields: Field[];
  timeZone: string | undefined;
  problem: Problem | undefined;
  isSaving: boolean;
  save: (draft: SegmentDraft, refresh: boolean) => void;
  cancel: () => void;
}

/** Name and rule of a segment with undo, live count and the rule in words. Leaving with something unsaved asks first. */
export function SegmentForm({
  first,
  self,
  fields,
  timeZone,
  problem,
  isSaving,
  save,
  cancel,
}: SegmentFormProps) {
  const say = useText();
  const [displayName, setDisplayName] = useState(first.displayName);
  const numbers = useNumbers();
  const history = useHistory(() => partsOf(first.rule, numbers));
  const all = useAllSegments();
  const others = (all.data?.items ?? []).filter((segment) => segment.id !== self);
  const types = Object.fromEntries(fields.map((field) => [field.name, field.type]));
  const sentence = useSentence(types, Object.fromEntries(others.map((one) => [one.id, one.displayName])));
  const complete = isComplete(history.now, { types, numbers });
  const rule = complete ? ruleOf(history.now, { types, numbers }) : undefined;
  const refused = useRefused(rule, timeZone);
  const [sent, setSent] = useState<string>();
  // What was said of a rule that was changed since leads elsewhere now.
  const said = sent === JSON.stringify(rule) ? (problem?.errors ?? []) : [];
  const send = (refresh: boolean) => {
    if (rule) {
      setSent(JSON.stringify(rule));
      save({ displayName, rule }, refresh);
    }
  };
  const isChanged = history.canUndo || displayName !== first.displayName;
  const { guard } = useUnsaved(isChanged && !isSaving);
  const form = useRef<HTMLFormElement>(null);
  useUndoKeys(form, history.undo, history.redo);
  // A new one begins with its first condition.
  const isNew = self === undefined;
  useEffect(() => {
    if (isNew) {
      form.current?.querySelector<HTMLElement>(".insights-rule-row select")?.focus();
    }
  }, [isNew]);

  // Whoever saved is led to what is wrong.
  useEffect(() => {
    if (problem) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [problem]);

  return (
    <Grid hasGutter>
      <GridItem lg={8}>
        <Form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            send(false);
          }}
        >
          <TextField
            id="segment-name"
            label={say("field.displayName")}
            value={displayName}
            change={setDisplayName}
            error={
              problem?.type === "name-taken" ? say("problem.name-taken") : errorAt(problem, "/displayName")
            }
            isRequired
            maxLength={100}
          />
          <Flex>
            <Button variant="link" isDisabled={!history.canUndo} onClick={history.undo}>
              {say("action.undo")}
            </Button>
            <Button variant="link" isDisabled={!history.canRedo} onClick={history.redo}>
              {say("action.redo")}
            </Button>
          </Flex>
          {all.isError && <ErrorCard error={all.error} retry={() => void all.refetch()} />}
          <RuleEditor
            whole={history.now}
            change={history.change}
            fields={fields}
            segments={others}
            timeZone={timeZone}
            errors={refused.length > 0 ? refused : said}
          />
          <ActionGroup>
            <Button
              type="submit"
              variant="primary"
              isLoading={isSaving}
              isDisabled={isSaving || rule === undefined || displayName.trim() === ""}
            >
              {say("action.save")}
            </Button>
            <Button
              variant="secondary"
              sends
              isDisabled={isSaving || rule === undefined || displayName.trim() === ""}
              onClick={() => send(true)}
            >
              {say("segment.saveAndRefresh")}
            </Button>
            <Button variant="link" onClick={cancel}>
              {say("action.cancel")}
            </Button>
          </ActionGroup>
        </Form>
      </GridItem>
      <GridItem lg={4}>
        <Stack hasGutter>
          <StackItem>
            <CountCard rule={rule} timeZone={timeZone} />
          </StackItem>
          {complete && (
            <StackItem>
              <FlexItem>
                <Content component="h2">{say("segment.inWords")}</Content>
                <Content component="p">{say("segment.sentence", { rule: sentence(history.now) })}</Content>
              </FlexItem>
            </StackItem>
          )}
        </Stack>
      </GridItem>
      {guard}
    </Grid>
  );
}

/** Undo and redo by the usual keys, outside of what is being typed in, where they are the browser's. */
function useUndoKeys(form: { current: HTMLElement | null }, undo: () => void, redo: () => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || typing || !form.current) {
        return;
      }
      event.preventDefault();
      (event.shiftKey ? redo : undo)();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [form, undo, redo]);
}
