import type { ReactNode } from "react";
import type { Connection } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Alert, Button } from "../../ui/patternfly";
import type { ConnectionDialog } from "./ConnectionFacts";

interface MissingPartsProps {
  connection: Connection;
  open: (what: ConnectionDialog) => void;
  become: () => void;
  isBecoming: boolean;
}

/** What still keeps runs from starting, each with the button that mends it. */
export function MissingParts({ connection, open, become, isBecoming }: MissingPartsProps) {
  const say = useText();
  const mend: Record<Connection["missing"][number], ReactNode> = {
    CONSENT: (
      <Button variant="link" isInline onClick={() => open("consent")}>
        {say("connection.readAndAgree")}
      </Button>
    ),
    API_KEY: (
      <Button variant="link" isInline onClick={() => open("key")}>
        {say("connection.replaceKey")}
      </Button>
    ),
    ALLOWED_ENDPOINT: (
      <Button variant="link" isInline onClick={() => open("edit")}>
        {say("action.edit")}
      </Button>
    ),
    EXPORT_USER: (
      <Button variant="link" isInline isLoading={isBecoming} onClick={become}>
        {say("connection.addExportUser")}
      </Button>
    ),
  };
  const { exportUser } = connection;
  const title = (part: Connection["missing"][number]) =>
    part === "EXPORT_USER" && exportUser?.lapse
      ? say("connection.missing.lapsed", { name: exportUser.name, lapse: exportUser.lapse })
      : say(`connection.missing.${part}`);
  return (
    <>
      {connection.consentOutdated && (
        <Alert variant="info" isInline title={say("connection.consentOutdated")}>
          <Button variant="link" isInline onClick={() => open("consent")}>
            {say("connection.readAndAgree")}
          </Button>
        </Alert>
      )}
      {connection.missing.map((part) => (
        <Alert key={part} variant="warning" isInline title={title(part)}>
          {mend[part]}
        </Alert>
      ))}
    </>
  );
}
