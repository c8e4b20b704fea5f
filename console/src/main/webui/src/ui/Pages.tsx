import { Toolbar, ToolbarContent, ToolbarGroup } from "@patternfly/react-core";
import { useLocation, useNavigate } from "react-router";
import { useText } from "../lang/Texts";
import type { ListAddress } from "./address";
import { Button } from "./patternfly";

/** The API pages forwards only; backwards is where the browser came from, or the beginning where it came from elsewhere. */
export function Pages({ after, address }: { after: string | undefined; address: ListAddress }) {
  const say = useText();
  const navigate = useNavigate();
  const isFirstOpened = useLocation().key === "default";
  if (after === undefined && address.after === undefined) {
    return null;
  }
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarGroup align={{ default: "alignEnd" }}>
          {address.after !== undefined && (
            <>
              <Button variant="link" onClick={() => address.goTo(undefined)}>
                {say("list.first")}
              </Button>
              <Button
                variant="secondary"
                onClick={() => (isFirstOpened ? address.goTo(undefined) : void navigate(-1))}
              >
                {say("list.previous")}
              </Button>
            </>
          )}
          <Button variant="secondary" isDisabled={after === undefined} onClick={() => address.goTo(after)}>
            {say("list.next")}
          </Button>
        </ToolbarGroup>
      </ToolbarContent>
    </Toolbar>
  );
}
