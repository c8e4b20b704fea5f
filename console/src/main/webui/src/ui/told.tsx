import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { Alert } from "./patternfly";

interface ToldState {
  told?: string;
}

/** Leads to a list, or stays at it as it is searched, and says there what was done to what is not there any more. */
export function useTellAt(): (list: string, words: string) => void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (list, words) => {
    const isThere = pathname === list;
    const state: ToldState = { told: words };
    void navigate(isThere ? pathname + search : list, { replace: isThere, state });
  };
}

/** What was done just before. Who did it goes on from the top of the page, as what they pressed may be gone. */
export function Told() {
  const { key, state } = useLocation();
  const told = (state as ToldState | null)?.told;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same may be told twice
  useEffect(() => {
    if (told !== undefined) {
      document.getElementById("page-title")?.focus();
    }
  }, [told, key]);
  return (
    <div role="status">{told !== undefined && <Alert variant="success" isInline isPlain title={told} />}</div>
  );
}
