import { useEffect, useRef } from "react";
import { ErrorCard, type ErrorCardProps } from "./ErrorCard";

/**
 * Why something that somebody did failed. Where it is said may be out of sight, and the button that was pressed could not be for a
 * moment: they are taken to the first field that is wrong, or else here.
 */
export function Failure(props: ErrorCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const { error } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure is told anew
  useEffect(() => {
    const around = card.current?.closest('[role="dialog"], main') ?? document.body;
    const wrong = [...around.querySelectorAll<HTMLElement>('[aria-invalid="true"]')].find(isSeen);
    (wrong ?? card.current)?.focus();
  }, [error]);
  return (
    <div ref={card} role="alert" tabIndex={-1}>
      <ErrorCard {...props} />
    </div>
  );
}

function isSeen(field: HTMLElement): boolean {
  return typeof field.checkVisibility !== "function" || field.checkVisibility();
}
