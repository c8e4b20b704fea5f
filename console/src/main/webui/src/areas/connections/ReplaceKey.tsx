import { useState } from "react";
import { destinations, ok } from "../../api/client";
import type { ConnectionType } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { errorAt } from "../../ui/ServiceWords";
import { TextField } from "../../ui/TextField";

interface ReplaceKeyProps {
  id: string;
  type: ConnectionType;
  etag: string;
  close: () => void;
  done: () => void;
}

/** Gives a connection another key. It is proven there before it takes the place of the one that is there. */
export function ReplaceKey({ id, type, etag, close, done }: ReplaceKeyProps) {
  const say = useText();
  const [apiKey, setApiKey] = useState("");
  return (
    <ConfirmDialog
      title={say("connection.replaceKey")}
      action={say("connection.replaceKey")}
      isUnsaved={apiKey !== ""}
      isDisabled={apiKey.trim() === ""}
      act={() =>
        ok(
          destinations.PUT("/connections/{id}/api-key", {
            params: { path: { id }, header: { "If-Match": etag } },
            body: { apiKey: apiKey.trim() },
          }),
        )
      }
      done={done}
      close={close}
      marked={["/apiKey"]}
    >
      {(problem) => (
        <TextField
          id="new-key"
          label={say(`connection.apiKey.${type}`)}
          help={say(`connection.apiKey.${type}.help`)}
          value={apiKey}
          change={setApiKey}
          type="password"
          autoComplete="off"
          isRequired
          error={errorAt(problem, "/apiKey")}
        />
      )}
    </ConfirmDialog>
  );
}
