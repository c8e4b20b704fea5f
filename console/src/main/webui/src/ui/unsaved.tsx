import { ModalBody, ModalFooter } from "@patternfly/react-core";
import { type ReactNode, useEffect, useState } from "react";
import { useBlocker } from "react-router";
import { useText } from "../lang/Texts";
import { Button, Modal, ModalHeader } from "./patternfly";

let given = false;
/** Escape is heard by the dialog below the question too, which must not ask once more. */
let asking = false;

/** Nothing is asked any more: what was typed is given up by whoever may decide that. */
export function giveUpUnsaved() {
  given = true;
}

interface Unsaved {
  /** To be shown with the form: asks before the page is left, in whatever way. */
  guard: ReactNode;
  /** Closes what is no page, a dialog for example; asks first when something is not saved. */
  leave: (go: () => void) => void;
}

/** What was typed and not saved is not lost without a question: every form has this, in a page or in a dialog. */
export function useUnsaved(isUnsaved: boolean): Unsaved {
  const [go, setGo] = useState<() => void>();
  return {
    guard: (
      <>
        {isUnsaved && <PageGuard />}
        {go && <Question leave={go} stay={() => setGo(undefined)} />}
      </>
    ),
    leave: (wanted) => {
      if (!isUnsaved) {
        wanted();
      } else if (!asking) {
        setGo(() => wanted);
      }
    },
  };
}

/** Only there while something is unsaved, since a router has one blocker at a time. */
function PageGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!given) {
        event.preventDefault();
      }
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  return (
    blocker.state === "blocked" && <Question leave={() => blocker.proceed()} stay={() => blocker.reset()} />
  );
}

function Question({ leave, stay }: { leave: () => void; stay: () => void }) {
  const say = useText();
  useEffect(() => {
    asking = true;
    return () => {
      asking = false;
    };
  }, []);
  return (
    <Modal
      isOpen
      variant="small"
      onClose={stay}
      aria-labelledby="unsaved-title"
      aria-describedby="unsaved-text"
    >
      <ModalHeader title={say("unsaved.title")} labelId="unsaved-title" titleIconVariant="warning" />
      <ModalBody id="unsaved-text">{say("unsaved.text")}</ModalBody>
      <ModalFooter>
        <Button variant="danger" onClick={leave}>
          {say("unsaved.leave")}
        </Button>
        <Button variant="link" onClick={stay}>
          {say("action.cancel")}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
