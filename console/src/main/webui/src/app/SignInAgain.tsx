import { ModalBody, ModalFooter } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { endSignIn, onSignInNeed, SIGNED_IN_CHANNEL, signInNeed } from "../api/signin";
import { useText } from "../lang/Texts";
import { Alert, Button, Modal, ModalHeader } from "../ui/patternfly";
import { giveUpUnsaved } from "../ui/unsaved";
import { type Person, SESSION_KEY, useKnownPerson, whoIsSignedIn } from "./session";

const WINDOW = "popup,width=520,height=680";

/**
 * Has somebody sign in again in a window of its own, while the page behind stays as it is. Calls that failed for it are sent again
 * then. Somebody else who signs in there must not go on with what the first one typed: the page begins anew.
 */
export function SignInAgain() {
  const say = useText();
  const queries = useQueryClient();
  const need = useSyncExternalStore(onSignInNeed, signInNeed);
  const known = useKnownPerson();
  const [blocked, setBlocked] = useState(false);

  const finish = useCallback(async () => {
    endSignIn(true);
    const person: Person | undefined = await whoIsSignedIn().catch(() => undefined);
    if (person && known && person.subject !== known.subject) {
      giveUpUnsaved();
      location.assign("/console/");
    } else if (person) {
      queries.setQueryData(SESSION_KEY, person);
    }
  }, [known, queries]);

  useEffect(() => {
    if (need === undefined) {
      return;
    }
    setBlocked(false);
    const channel = new BroadcastChannel(SIGNED_IN_CHANNEL);
    channel.onmessage = () => void finish();
    return () => channel.close();
  }, [need, finish]);

  if (need === undefined) {
    return null;
  }
  const address = need === "fresh" ? "/console/auth/fresh" : "/console/signed-in";
  const open = () => setBlocked(window.open(address, "insights-sign-in", WINDOW) === null);
  return (
    <Modal
      isOpen
      variant="small"
      onClose={() => endSignIn(false)}
      aria-labelledby="sign-in-title"
      aria-describedby="sign-in-text"
    >
      <ModalHeader title={say(`signIn.${need}.title`)} labelId="sign-in-title" />
      <ModalBody id="sign-in-text">
        {say(`signIn.${need}.text`)}
        {blocked && (
          <Alert variant="warning" isInline title={say("signIn.blocked")}>
            <a href={address} target="_blank" rel="opener noreferrer">
              {say("signIn.action")}
            </a>
          </Alert>
        )}
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={open}>
          {say("signIn.action")}
        </Button>
        <Button variant="link" onClick={() => endSignIn(false)}>
          {say("action.cancel")}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
