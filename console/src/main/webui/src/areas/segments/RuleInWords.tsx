import { useAllSegments, useFields } from "../../api/segments";
import type { Rule } from "../../api/types";
import { useNumbers } from "../../ui/numbers";
import { partsOf } from "./rule";
import { useSentence } from "./sentence";

/** A rule as a sentence, wherever it is kept as the API has it. */
export function RuleInWords({ rule }: { rule: Rule }) {
  const fields = useFields();
  const segments = useAllSegments();
  const numbers = useNumbers();
  const sentence = useSentence(
    Object.fromEntries((fields.data ?? []).map((field) => [field.name, field.type])),
    Object.fromEntries((segments.data?.items ?? []).map((one) => [one.id, one.displayName])),
  );
  return <>{sentence(partsOf(rule, numbers))}</>;
}
