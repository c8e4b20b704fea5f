import { TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { useText } from "../../lang/Texts";

interface SeveralValuesProps {
  values: string[];
  /** Whether they are numbers, in which a comma is no end. */
  numeric: boolean;
  validated: "error" | "default";
  /** Where it is said what is wrong. */
  describedBy: string;
  change: (values: string[]) => void;
}

/** As many values as one likes, in one line of text. What is typed stays as it is typed as long as it means these values. */
export function SeveralValues({ values, numeric, validated, describedBy, change }: SeveralValuesProps) {
  const say = useText();
  const [typed, setTyped] = useState("");
  const shown = isSame(split(typed, numeric), values) ? typed : join(values, numeric);
  return (
    <TextInput
      aria-label={say("rule.values")}
      placeholder={say(numeric ? "rule.values.numbers" : "rule.values.help")}
      validated={validated}
      aria-describedby={describedBy}
      value={shown}
      onChange={(_event, text) => {
        setTyped(text);
        change(split(text, numeric));
      }}
    />
  );
}

/** A semicolon always ends a value. Where there is none a comma does too; in numbers only with a space after it. */
export function split(text: string, numeric: boolean): string[] {
  const end = text.includes(";") ? (numeric ? /;|,\s/ : ";") : numeric ? /,\s/ : ",";
  return text
    .split(end)
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

function join(values: string[], numeric: boolean): string {
  const text = values.join(numeric || values.some((value) => value.includes(",")) ? "; " : ", ");
  return isSame(split(text, numeric), values) ? text : `${text};`;
}

function isSame(one: string[], other: string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
