import { useState } from "react";
import { destinations, ok } from "../../api/client";
import type { ConnectionType, ConsentText } from "../../api/types";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Consent } from "./Consent";

interface AgreeDialogProps {
  id: string;
  type: ConnectionType;
  etag: string;
  close: () => void;
  done: () => void;
}

/** Asks an administrator to agree to the text of today. */
export function AgreeDialog({ id, type, etag, close, done }: AgreeDialogProps) {
  const say = useText();
  const [text, setText] = useState<ConsentText>();
  const act = () =>
    ok(
      destinations.POST("/connections/{id}/consent", {
        params: { path: { id }, header: { "If-Match": etag } },
        body: { textVersion: text?.version ?? 0, language: text?.language ?? "en", agreed: true },
      }),
    );
  return (
    <ConfirmDialog
      title={say("connection.consent")}
      action={say("connection.agree")}
      isDisabled={text === undefined}
      act={act}
      done={done}
      close={close}
    >
      <Consent type={type} agreed={text} agree={setText} />
    </ConfirmDialog>
  );
}
