import { type MouseEvent, useEffect, useRef } from "react";

/** A page is drawn anew sooner than that, and nobody means to press twice within it. */
const UNDRAWN = 100;

/** Whether it is the second press of a double click; keys count no presses. */
export function isAgain(event: MouseEvent): boolean {
  return event.detail > 1;
}

/** Takes a press back, with what the browser would do by itself: send the form. */
export function undo(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * What happens when something is pressed, once however quickly that is done twice: what was pressed is disabled only when the page
 * has been drawn anew.
 */
export function useOnce(
  isPending: boolean,
  act: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined,
) {
  const last = useRef(Number.NEGATIVE_INFINITY);
  // What has failed may be pressed again at once.
  useEffect(() => {
    last.current = Number.NEGATIVE_INFINITY;
  });
  return (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending || isAgain(event) || event.timeStamp - last.current < UNDRAWN) {
      undo(event);
      return;
    }
    last.current = event.timeStamp;
    act?.(event);
  };
}
