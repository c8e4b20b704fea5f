import type { Problem } from "../../api/problem";
import { useText } from "../../lang/Texts";
import { useNumberFault, useNumbers } from "../../ui/numbers";
import { errorAt } from "../../ui/ServiceWords";
import { TextField } from "../../ui/TextField";

const A_RATE = { least: 1, example: 5 };
const A_MOST = { least: 1, example: 50_000 };

/** How fast and how much a contract allows, as it is typed; empty where nothing is said. */
export interface Limits {
  rate: string;
  most: string;
}

/** Reads limits; as long as one cannot be read, there are none, and its field says why. */
export function useLimits({ rate, most }: Limits) {
  const numbers = useNumbers();
  const faultOf = useNumberFault();
  const faults = {
    rate: rate.trim() === "" ? undefined : faultOf(rate, A_RATE),
    most: most.trim() === "" ? undefined : faultOf(most, A_MOST),
  };
  const isReadable = faults.rate === undefined && faults.most === undefined;
  const read = { rate: numbers.read(rate).number, most: numbers.read(most).number };
  return { faults, read: isReadable ? read : undefined };
}

interface LimitFieldsProps {
  value: Limits;
  change: (value: Limits) => void;
  problem: Problem | undefined;
  /** What the kind of destination usually allows; nothing where that is in force. */
  usual?: number;
  isRateRequired?: boolean;
}

/** Where limits are typed. */
export function LimitFields({ value, change, problem, usual, isRateRequired }: LimitFieldsProps) {
  const say = useText();
  const faultOf = useNumberFault();
  const { faults } = useLimits(value);
  const lacking = isRateRequired && value.rate.trim() === "" ? faultOf("", A_RATE) : undefined;
  return (
    <>
      <TextField
        id="rate"
        label={say("connection.rate")}
        help={usual === undefined ? undefined : say("connection.rate.help", { usual })}
        error={faults.rate ?? lacking ?? errorAt(problem, "/rateLimitPerSecond")}
        value={value.rate}
        change={(rate) => change({ ...value, rate })}
        inputMode="numeric"
      />
      <TextField
        id="most"
        label={say("connection.maxContacts")}
        help={say("connection.maxContacts.help")}
        error={faults.most ?? errorAt(problem, "/maxContacts")}
        value={value.most}
        change={(most) => change({ ...value, most })}
        inputMode="numeric"
      />
    </>
  );
}
