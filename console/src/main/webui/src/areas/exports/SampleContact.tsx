import { Button, Content, DescriptionList } from "@patternfly/react-core";
import { useMutation } from "@tanstack/react-query";
import { exportsApi, ok } from "../../api/client";
import { useText } from "../../lang/Texts";
import { plainTarget } from "../../ui/auditWords";
import { ErrorCard } from "../../ui/ErrorCard";
import { Term } from "../../ui/Term";
import type { Draft } from "./draft";

/** One person as the destination will get them; masked for whoever may not see addresses. Nothing is sent. */
export function SampleContact({ draft }: { draft: Draft }) {
  const say = useText();
  const sample = useMutation({
    mutationFn: () =>
      ok(
        exportsApi.POST("/exports/sample", {
          body: {
            connectionId: draft.connectionId,
            segmentIds: draft.segmentIds,
            dataMatching: draft.dataMatching.filter(
              (match) => match.field !== "" && match.target.trim() !== "",
            ),
            optOutField: draft.optOutField || undefined,
            audienceMode: draft.audienceMode,
            notifyHooks: draft.notifyHooks,
          },
        }),
      ),
  });
  const ready =
    draft.connectionId !== "" &&
    draft.segmentIds.length > 0 &&
    draft.dataMatching.some((one) => one.field !== "");
  const contact = sample.data?.contact;
  return (
    <>
      <Content component="p">{say("sample.text")}</Content>
      <div>
        <Button
          variant="secondary"
          isDisabled={!ready}
          isLoading={sample.isPending}
          onClick={() => sample.mutate()}
        >
          {say("sample.show")}
        </Button>
      </div>
      {sample.isError && <ErrorCard error={sample.error} />}
      {sample.data && !contact && (
        <Content component="p">{say("sample.nobody", { looked: sample.data.looked })}</Content>
      )}
      {contact && (
        <>
          {sample.data?.masked && <Content component="small">{say("sample.masked")}</Content>}
          <DescriptionList isHorizontal isCompact>
            {Object.entries(contact)
              .flatMap(([name, value]) => flat(name, value))
              .filter(([name]) => name !== NOT_OF_THE_PERSON)
              .map(([name, value]) => (
                <Term key={name} name={plainTarget(name)}>
                  {value === "true" || value === "false" ? say(`value.${value}`) : value}
                </Term>
              ))}
          </DescriptionList>
        </>
      )}
    </>
  );
}

/** What Autopilot is told of its hooks, beside the person. */
const NOT_OF_THE_PERSON = "notify";

/** Fields within fields, such as custom ones, as lines of their own. */
function flat(name: string, value: unknown): [string, string][] {
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([inner, one]) => flat(inner, one));
  }
  return [[name, String(value)]];
}
