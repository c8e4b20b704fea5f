import { Label, type LabelProps } from "@patternfly/react-core";
import { BanIcon, CheckCircleIcon, ExclamationTriangleIcon, PencilAltIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { ConnectionStatus as Status } from "../../api/types";
import { useText } from "../../lang/Texts";

const LOOKS: Record<Status, [LabelProps["status"] | undefined, ReactNode]> = {
  DRAFT: [undefined, <PencilAltIcon key="i" />],
  CONNECTED: ["success", <CheckCircleIcon key="i" />],
  NEEDS_ATTENTION: ["warning", <ExclamationTriangleIcon key="i" />],
  CONSENT_WITHDRAWN: [undefined, <BanIcon key="i" />],
};

export function ConnectionStatus({ status }: { status: Status }) {
  const say = useText();
  const [look, icon] = LOOKS[status];
  return (
    <Label status={look} icon={icon} variant="outline">
      {say(`connection.status.${status}`)}
    </Label>
  );
}
