import { useIntl } from "react-intl";
import { useText } from "../lang/Texts";

type Kind = "string" | "number" | "boolean" | "date" | "datetime";

/** Says a value of a customer as the person writes it. Texts stay as they are, and so does what is not of its kind. */
export function useValueWords(): (value: unknown, kind?: Kind) => string {
  const say = useText();
  const intl = useIntl();
  return (value, kind) => {
    if (typeof value === "number") {
      return intl.formatNumber(value, { maximumFractionDigits: 20 });
    }
    if (typeof value === "boolean") {
      return say(value ? "value.true" : "value.false");
    }
    const text = String(value);
    if (kind === "date" && /^\d{4}-\d\d-\d\d$/.test(text)) {
      return intl.formatDate(`${text}T12:00:00Z`, { dateStyle: "medium", timeZone: "UTC" });
    }
    if (kind === "datetime" && !Number.isNaN(Date.parse(text))) {
      return intl.formatDate(text, { dateStyle: "medium", timeStyle: "medium" });
    }
    return text;
  };
}
