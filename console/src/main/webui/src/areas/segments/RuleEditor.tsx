import { Checkbox, Flex, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useId } from "react";
import type { FieldError } from "../../api/problem";
import type { Field, Segment } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Button } from "../../ui/patternfly";
import { ConditionRow } from "./ConditionRow";
import { errorsByPart, type PartError } from "./errors";
import { PartErrors } from "./PartErrors";
import {
  type GroupPart,
  newCondition,
  newGroup,
  newSegmentPart,
  type Part,
  type SegmentPart,
  withPart,
} from "./rule";

interface RuleEditorProps {
  whole: GroupPart;
  change: (whole: GroupPart) => void;
  fields: Field[];
  segments: Segment[];
  timeZone: string | undefined;
  /** What the service found wrong, by pointers into the request. */
  errors: FieldError[];
}

/** The rule as a tree of groups, conditions and other segments, everything of it by keyboard. */
export function RuleEditor({ whole, change, errors, ...rest }: RuleEditorProps) {
  const errorsOf = errorsByPart(whole, errors);
  return (
    <Group
      {...rest}
      group={whole}
      isWhole
      change={(key, part) => change(withPart(whole, key, part))}
      errorsOf={errorsOf}
    />
  );
}

interface GroupProps extends Omit<RuleEditorProps, "whole" | "change" | "errors"> {
  group: GroupPart;
  isWhole?: boolean;
  change: (key: string, part: Part | undefined) => void;
  errorsOf: (key: string) => PartError[];
}

function Group({ group, isWhole, change, errorsOf, ...rest }: GroupProps) {
  const say = useText();
  const set = (changed: Partial<GroupPart>) => change(group.key, { ...group, ...changed });
  const add = (part: Part) => set({ parts: [...group.parts, part] });
  return (
    <fieldset className="insights-rule-group">
      <legend>{say(isWhole ? "rule.rule" : "rule.subRule")}</legend>
      <Flex>
        <FormSelect
          aria-label={say("rule.mode")}
          value={group.mode}
          onChange={(_event, mode) => set({ mode: mode as GroupPart["mode"] })}
        >
          <FormSelectOption value="all" label={say("rule.all")} />
          <FormSelectOption value="any" label={say("rule.any")} />
        </FormSelect>
        <Checkbox
          id={`${group.key}-not`}
          label={say("rule.negate")}
          isChecked={group.not}
          onChange={(_event, not) => set({ not })}
        />
      </Flex>
      {group.parts.map((part) => (
        <PartRow key={part.key} part={part} change={change} errorsOf={errorsOf} {...rest} />
      ))}
      <PartErrors errors={errorsOf(group.key)} />
      <Flex>
        <Button variant="secondary" onClick={() => add(newCondition())}>
          {say("rule.addCondition")}
        </Button>
        <Button variant="link" onClick={() => add(newGroup([newCondition()]))}>
          {say("rule.addSubRule")}
        </Button>
        {rest.segments.length > 0 && (
          <Button variant="link" onClick={() => add(newSegmentPart())}>
            {say("rule.addSegment")}
          </Button>
        )}
        {!isWhole && (
          <Button variant="link" isDanger onClick={() => change(group.key, undefined)}>
            {say("rule.removeSubRule")}
          </Button>
        )}
      </Flex>
    </fieldset>
  );
}

function PartRow({ part, change, errorsOf, ...rest }: Omit<GroupProps, "group"> & { part: Part }) {
  const say = useText();
  const remove = () => change(part.key, undefined);
  switch (part.kind) {
    case "group":
      return <Group group={part} change={change} errorsOf={errorsOf} {...rest} />;
    case "condition":
      return (
        <ConditionRow
          part={part}
          fields={rest.fields}
          timeZone={rest.timeZone}
          errors={errorsOf(part.key)}
          change={(changed) => change(part.key, changed)}
          remove={remove}
        />
      );
    case "segment":
      return (
        <SegmentRow
          part={part}
          segments={rest.segments}
          errors={errorsOf(part.key)}
          change={(changed) => change(part.key, changed)}
          remove={remove}
        />
      );
    case "everybody":
      return (
        <div className="insights-rule-row">
          <span>{say("rule.everybody")}</span>
          <Button variant="link" onClick={remove}>
            {say("action.remove")}
          </Button>
          <PartErrors errors={errorsOf(part.key)} />
        </div>
      );
  }
}

interface SegmentRowProps {
  part: SegmentPart;
  segments: Segment[];
  errors: PartError[];
  change: (part: SegmentPart) => void;
  remove: () => void;
}

function SegmentRow({ part, segments, errors, change, remove }: SegmentRowProps) {
  const say = useText();
  const id = useId();
  return (
    <div className="insights-rule-row">
      <FormSelect
        aria-label={say("rule.membership")}
        value={part.not ? "not" : "in"}
        onChange={(_event, value) => change({ ...part, not: value === "not" })}
      >
        <FormSelectOption value="in" label={say("rule.isIn")} />
        <FormSelectOption value="not" label={say("rule.isNotIn")} />
      </FormSelect>
      <FormSelect
        aria-label={say("rule.segment")}
        value={part.segment}
        validated={errors.length > 0 ? "error" : "default"}
        aria-describedby={id}
        onChange={(_event, segment) => change({ ...part, segment })}
      >
        <FormSelectOption value="" label={say("rule.chooseSegment")} isPlaceholder />
        {segments.map((segment) => (
          <FormSelectOption key={segment.id} value={segment.id} label={segment.displayName} />
        ))}
      </FormSelect>
      <Button variant="link" onClick={remove}>
        {say("action.remove")}
      </Button>
      <PartErrors id={id} errors={errors} />
    </div>
  );
}
