import { useCallback, useState } from "react";

interface History<T> {
  before: T[];
  now: T;
  after: T[];
}

const LONGEST = 100;

/** A value with undo and redo. */
export function useHistory<T>(first: () => T) {
  const [history, setHistory] = useState<History<T>>(() => ({ before: [], now: first(), after: [] }));
  const change = useCallback(
    (now: T) => setHistory((old) => ({ before: [...old.before.slice(-LONGEST), old.now], now, after: [] })),
    [],
  );
  const undo = useCallback(
    () =>
      setHistory((old) => {
        const now = old.before.at(-1);
        return now === undefined
          ? old
          : { before: old.before.slice(0, -1), now, after: [old.now, ...old.after] };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setHistory((old) => {
        const [now, ...after] = old.after;
        return now === undefined ? old : { before: [...old.before, old.now], now, after };
      }),
    [],
  );
  return {
    now: history.now,
    change,
    undo,
    redo,
    canUndo: history.before.length > 0,
    canRedo: history.after.length > 0,
  };
}
