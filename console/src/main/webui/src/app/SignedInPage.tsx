import { Content } from "@patternfly/react-core";
import { useEffect } from "react";
import { SIGNED_IN_CHANNEL } from "../api/signin";
import { useText } from "../lang/Texts";

/** Ends the window that was opened to sign in: tells the page that waits, and closes itself. */
export function SignedInPage() {
  const say = useText();
  useEffect(() => {
    const channel = new BroadcastChannel(SIGNED_IN_CHANNEL);
    channel.postMessage("signed-in");
    channel.close();
    window.close();
  }, []);
  return (
    <main>
      <Content component="p">{say("signIn.closeWindow")}</Content>
    </main>
  );
}
