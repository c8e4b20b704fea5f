/** Where something was: each element on the way up, with its place among its siblings. */
interface Place {
  element: HTMLElement;
  /** From the inside out. */
  way: { parent: Element; index: number; tag: string }[];
  /** Which it was of all that takes the focus, in the row or part of a list that it was in. */
  order: number;
  isInDialog: boolean;
}

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';
/** Of what is alike and below one another, the neighbour takes over. */
const ALIKE = "tr, li, fieldset";
const DIALOG = "[role=dialog]";

/**
 * Whoever works by keyboard must not be sent to the top of the page because what had the focus is gone: a row that was removed, a
 * dialog whose opener is not there any more, a step that is done, a button that loaded the last. The focus goes to the neighbour,
 * to what took its place, or else to the title of the page. Returns what ends it.
 */
export function keepFocus(): () => void {
  let last: Place | undefined;
  let outside: Place | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const came = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target !== document.body) {
      last = placeOf(target);
      outside = last.isInDialog ? outside : last;
    }
  };
  // Who clicks beside everything wants nothing to have the focus.
  const pressed = () => {
    last = undefined;
  };
  const look = () => {
    const active = document.activeElement;
    // Browsers differ in whether what is disabled keeps the focus.
    const isLost = active === null || active === document.body || active.matches(":disabled");
    if (!last || !isLost) {
      return;
    }
    if (last.element.isConnected && (isUsable(last.element) || isBusy(last.element))) {
      // It was only disabled while something was on its way.
      last.element.focus();
      return;
    }
    const dialog = [...document.querySelectorAll<HTMLElement>(DIALOG)].at(-1);
    const from = last.isInDialog && !dialog ? outside : last;
    (from && nextTo(from, dialog))?.focus();
  };
  const changed = new MutationObserver(() => {
    clearTimeout(timer);
    // After whoever moves the focus on purpose.
    timer = setTimeout(look);
  });

  document.addEventListener("focusin", came);
  document.addEventListener("pointerdown", pressed, true);
  changed.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled"],
  });
  return () => {
    clearTimeout(timer);
    changed.disconnect();
    document.removeEventListener("focusin", came);
    document.removeEventListener("pointerdown", pressed, true);
  };
}

function isUsable(element: HTMLElement): boolean {
  return !element.matches(":disabled");
}

function isBusy(element: HTMLElement): boolean {
  return element.querySelector("[role=progressbar]") !== null;
}

function placeOf(element: HTMLElement): Place {
  const way: Place["way"] = [];
  for (let one: Element = element; one.parentElement; one = one.parentElement) {
    way.push({
      parent: one.parentElement,
      index: [...one.parentElement.children].indexOf(one),
      tag: one.tagName,
    });
  }
  const row = element.closest(ALIKE);
  return {
    element,
    way,
    order: row ? focusables(row).indexOf(element) : 0,
    isInDialog: element.closest(DIALOG) !== null,
  };
}

function nextTo(place: Place, dialog: HTMLElement | undefined): HTMLElement | undefined {
  if (place.element.isConnected && isUsable(place.element)) {
    return place.element;
  }
  for (const { parent, index, tag } of place.way) {
    if (parent.isConnected && (!dialog || dialog.contains(parent))) {
      if (parent === document.body || parent.matches("main")) {
        break;
      }
      const next = parent.children[index];
      const before = parent.children[index - 1];
      const found =
        (next && within(next, tag, place.order, 0)) ??
        (before && within(before, tag, place.order, -1)) ??
        focusables(parent)[0];
      if (found) {
        return found;
      }
    }
  }
  return dialog ? focusables(dialog)[0] : (document.getElementById("page-title") ?? undefined);
}

/** Of a neighbour what was at the same place, if the two are alike; otherwise its first or its last. */
function within(neighbour: Element, tag: string, order: number, other: 0 | -1): HTMLElement | undefined {
  const all = focusables(neighbour);
  const isAlike = neighbour.tagName === tag && neighbour.matches(ALIKE);
  return isAlike ? all[Math.min(order, all.length - 1)] : all.at(other);
}

function focusables(part: Element): HTMLElement[] {
  const inner = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)];
  return part instanceof HTMLElement && part.matches(FOCUSABLE) ? [part, ...inner] : inner;
}
