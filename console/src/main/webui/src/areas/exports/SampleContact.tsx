import { Content, DescriptionList } from "@patternfly/react-core";
import { useMutation } from "@tanstack/react-query";
import { exportsApi, ok } from "../../api/client";
import { useText } from "../../lang/Texts";
import { Failure } from "../../ui/Failure";
import { Button } from "../../ui/patternfly";
import { Term } from "../../ui/Term";
import { useTargetNames } from "../../ui/targets";
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
  const targetName = useTargetNames();
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
      {sample.isError && <Failure error={sample.error} />}
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
                <Term key={name} name={name === TAGS ? say("sample.tags") : targetName(name)}>
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

/** What Ortto calls the tags of a person. */
const TAGS = "tags";

/** What holds fields and is none: lines of their own for what is in it. */
const AROUND = ["fields", "custom"];

/** What a contact consists of, line by line. A place or a telephone number is a line, however many parts it has. */
export function flat(name: string, value: unknown): [string, string][] {
  if (value === null || typeof value !== "object") {
    return [[name, String(value)]];
  }
  if (AROUND.includes(name)) {
    return Object.entries(value).flatMap(([inner, one]) => flat(inner, one));
  }
  const parts = Object.values(value).filter((one) => typeof one !== "boolean");
  return [[name, parts.join(Array.isArray(value) ? ", " : " ")]];
}
