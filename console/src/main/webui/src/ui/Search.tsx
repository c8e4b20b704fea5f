import { SearchInput } from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import { useText } from "../lang/Texts";
import type { ListAddress } from "./address";

const TYPING_PAUSE = 300;

/** What is searched for, as it is typed: the address has it as soon as nothing more is typed for a moment. */
export function Search({ address, label }: { address: ListAddress; label: string }) {
  const say = useText();
  const [typed, setTyped] = useState(address.q);
  const { q, search } = address;
  const known = useRef(q);
  const sent = useRef(q);
  const goesOn = useRef(false);
  useEffect(() => {
    const isOthers = q !== known.current && q !== sent.current;
    known.current = q;
    if (isOthers) {
      // Somebody went back, or followed a link.
      sent.current = q;
      goesOn.current = false;
      setTyped(q);
      return;
    }
    if (typed === q) {
      return;
    }
    const timer = setTimeout(() => {
      sent.current = typed;
      search(typed, goesOn.current);
      goesOn.current = true;
    }, TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [typed, q, search]);
  return (
    <SearchInput
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(_event, value) => setTyped(value)}
      onClear={() => setTyped("")}
      onBlur={() => {
        goesOn.current = false;
      }}
      resetButtonLabel={say("action.clear")}
    />
  );
}
