import { useText } from "../lang/Texts";
import { Button } from "./patternfly";

interface NothingFoundProps {
  q: string;
  /** Has all be shown again; only where something else than a search keeps some from it. */
  clearFilters?: (() => void) | undefined;
}

/** Says that nothing is found, and what there is to be done about it. */
export function NothingFound({ q, clearFilters }: NothingFoundProps) {
  const say = useText();
  if (!clearFilters) {
    return say("list.nothingFound");
  }
  return (
    <>
      {say(q === "" ? "list.nothingWithFilter" : "list.nothingWithBoth")}{" "}
      <Button variant="link" isInline onClick={clearFilters}>
        {say("list.clearFilters")}
      </Button>
    </>
  );
}
