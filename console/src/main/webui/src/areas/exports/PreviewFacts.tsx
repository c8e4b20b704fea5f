import { Content } from "@patternfly/react-core";
import { useIntl } from "react-intl";
import type { Export, RejectionReason, RunPreview } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Bars } from "../../ui/plots";

interface PreviewFactsProps {
  preview: RunPreview;
  mode: Export["audienceMode"];
}

/** What a run would do: how many people, who is left out and why, who is taken off, how many requests, how long. */
export function PreviewFacts({ preview, mode }: PreviewFactsProps) {
  const say = useText();
  const intl = useIntl();
  // A field or a tag comes with the contact; it goes with the contact, too, or by itself.
  const byList = mode === "LIST";
  const rejected = Object.entries(preview.rejected) as [RejectionReason, number][];
  return (
    <>
      <Content component="p">
        {preview.requests === 0
          ? say("preview.nothing")
          : say("preview.sentence", {
              eligible: preview.eligible,
              requests: preview.requests,
              minutes: Math.max(1, preview.minutes),
            })}
      </Content>
      <Bars
        title={say("preview.title")}
        total={preview.profiles}
        rows={[
          { key: "profiles", name: say("preview.profiles"), value: preview.profiles },
          ...rejected.map(([reason, value]) => ({ key: reason, name: say(`rejection.${reason}`), value })),
          { key: "eligible", name: say("preview.eligible"), value: preview.eligible },
        ]}
      />
      <ul>
        <li>{say("preview.toAdd", { count: intl.formatNumber(preview.toAdd) })}</li>
        <li>{say("preview.toUpdate", { count: intl.formatNumber(preview.toUpdate) })}</li>
        <li>{say("preview.unchanged", { count: intl.formatNumber(preview.unchanged) })}</li>
        <li>{say("preview.toRemove", { count: intl.formatNumber(preview.toRemove) })}</li>
        {(byList || preview.joins > 0) && (
          <li>{say("preview.joins", { count: intl.formatNumber(preview.joins) })}</li>
        )}
        {(byList || preview.leaves > 0) && (
          <li>{say("preview.leaves", { count: intl.formatNumber(preview.leaves) })}</li>
        )}
      </ul>
    </>
  );
}
