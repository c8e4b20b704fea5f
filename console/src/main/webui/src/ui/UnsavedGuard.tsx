import { useBlocker } from "react-router";
import { useText } from "../lang/Texts";
import { ConfirmDialog } from "./ConfirmDialog";

/** Asks before a page is left on which something is not saved. */
export function UnsavedGuard({ isUnsaved }: { isUnsaved: boolean }) {
  const say = useText();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  return (
    blocker.state === "blocked" && (
      <ConfirmDialog
        title={say("unsaved.title")}
        action={say("unsaved.leave")}
        danger
        act={async () => {}}
        done={() => blocker.proceed()}
        close={() => blocker.reset()}
      >
        {say("unsaved.text")}
      </ConfirmDialog>
    )
  );
}
