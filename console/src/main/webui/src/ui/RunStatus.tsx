import { Label, type LabelProps } from "@patternfly/react-core";
import {
  BanIcon,
  CheckCircleIcon,
  ClockIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  ForwardIcon,
  SyncAltIcon,
} from "@patternfly/react-icons";
import type { ReactNode } from "react";
import type { RefreshStatus as RefreshStatusName, RunStatus as RunStatusName } from "../api/types";
import { useText } from "../lang/Texts";

type Look = [LabelProps["status"] | undefined, ReactNode];

const RUN_LOOKS: Record<RunStatusName, Look> = {
  QUEUED: ["info", <ClockIcon key="i" />],
  PROCESSING: ["info", <SyncAltIcon key="i" />],
  SUCCESSFUL: ["success", <CheckCircleIcon key="i" />],
  COMPLETED_WITH_WARNINGS: ["warning", <ExclamationTriangleIcon key="i" />],
  FAILED_RETRYING: ["warning", <SyncAltIcon key="i" />],
  FAILED_PERMANENT: ["danger", <ExclamationCircleIcon key="i" />],
  CANCELED: [undefined, <BanIcon key="i" />],
  SKIPPED: ["warning", <ForwardIcon key="i" />],
};

/** A status by word and sign, never by colour alone. */
export function RunStatus({ status }: { status: RunStatusName }) {
  const say = useText();
  const [look, icon] = RUN_LOOKS[status];
  return (
    <Label status={look} icon={icon} variant="outline">
      {say(`run.status.${status}`)}
    </Label>
  );
}

const REFRESH_LOOKS: Record<RefreshStatusName, Look> = {
  RUNNING: ["info", <SyncAltIcon key="i" />],
  SUCCESSFUL: ["success", <CheckCircleIcon key="i" />],
  COMPLETED_WITH_WARNINGS: ["warning", <ExclamationTriangleIcon key="i" />],
  FAILED: ["danger", <ExclamationCircleIcon key="i" />],
};

export function RefreshStatus({ status }: { status: RefreshStatusName }) {
  const say = useText();
  const [look, icon] = REFRESH_LOOKS[status];
  return (
    <Label status={look} icon={icon} variant="outline">
      {say(`refresh.status.${status}`)}
    </Label>
  );
}
