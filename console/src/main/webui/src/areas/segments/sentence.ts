import { useIntl } from "react-intl";
import { useText } from "../../lang/Texts";
import { useNumbers } from "../../ui/numbers";
import { arity, type ConditionPart, type FieldTypes, isComplete, type Part } from "./rule";

/** Says a rule as a sentence in the person's language. */
export function useSentence(types: FieldTypes, segmentNames: Record<string, string>): (part: Part) => string {
  const say = useText();
  const intl = useIntl();
  const numbers = useNumbers();

  function value(condition: ConditionPart, text: string): string {
    const type = types[condition.field];
    if (type === "boolean") {
      return say(text === "true" ? "value.true" : "value.false");
    }
    if (type === "date" && /^\d{4}-\d\d-\d\d$/.test(text)) {
      return intl.formatDate(`${text}T12:00:00Z`, { dateStyle: "medium", timeZone: "UTC" });
    }
    const number = type === "number" ? numbers.read(text).number : undefined;
    return number === undefined ? `“${text}”` : intl.formatNumber(number, { maximumFractionDigits: 20 });
  }

  function condition(part: ConditionPart): string {
    const name = `${part.field} ${say(`operator.${part.op}`)}`;
    const values = part.values.filter((one) => one.trim() !== "").map((one) => value(part, one));
    switch (arity(part.op)) {
      case "none":
        return name;
      case "days":
        return `${name} ${say("rule.days", { days: numbers.read(part.values[0] ?? "").number ?? null })}`;
      case "many":
        return `${name} ${intl.formatList(values, { type: "disjunction" })}`;
      case "two":
        return `${name} ${intl.formatList(values.slice(0, 2), { type: "conjunction" })}`;
      default:
        return `${name} ${values[0] ?? ""}`;
    }
  }

  function sentence(part: Part, nested: boolean): string {
    switch (part.kind) {
      case "everybody":
        return say("rule.everybody");
      case "segment": {
        const name = segmentNames[part.segment] ?? "…";
        return say(part.not ? "rule.notInSegment" : "rule.inSegment", { name });
      }
      case "condition":
        return condition(part);
      case "group": {
        const words = part.parts
          .filter((one) => isComplete(one, { types, numbers }))
          .map((one) => sentence(one, part.parts.length > 1));
        const joined = intl.formatList(words, { type: part.mode === "all" ? "conjunction" : "disjunction" });
        if (part.not) {
          return say("rule.not", { rule: joined });
        }
        return nested && words.length > 1 ? `(${joined})` : joined;
      }
    }
  }

  return (part) => sentence(part, false);
}
