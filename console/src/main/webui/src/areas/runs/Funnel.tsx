import { useQuery } from "@tanstack/react-query";
import { ok, segments } from "../../api/client";
import type { Run } from "../../api/types";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { Bars } from "../../ui/plots";
import { isOver } from "./live";

/**
 * Everybody accounted for: all customers, for whoever may count them, those in the segments, those who could be sent, those who
 * are at the destination.
 */
export function Funnel({ run }: { run: Run }) {
  const say = useText();
  const mayCount = useMay("contributor");
  const all = useQuery({
    enabled: mayCount,
    queryKey: ["segments", "preview", "everybody"],
    retry: false,
    queryFn: ({ signal }) =>
      ok(segments.POST("/segments/preview", { body: { rule: { everybody: true } }, signal })),
  });
  const { totals } = run;
  const rows = [
    { key: "segments", name: say("funnel.inSegments"), value: totals.profiles },
    { key: "eligible", name: say("funnel.eligible"), value: totals.eligible },
    { key: "there", name: say("funnel.there"), value: totals.contactsUpserted + totals.contactsUnchanged },
    { key: "rejected", name: say("funnel.rejected"), value: totals.rejected },
  ];
  const profiles = all.data?.profiles;
  // How many there were is not kept: of a run that is over it is only known how many there are since.
  const name = say(isOver(run.status) ? "funnel.allNow" : "funnel.all");
  return (
    <Bars
      title={say("run.everybody")}
      total={profiles && Math.max(profiles, totals.profiles)}
      rows={profiles === undefined ? rows : [{ key: "all", name, value: profiles }, ...rows]}
    />
  );
}
