import { Card, CardBody, CardTitle, Content, Gallery } from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ok, segments } from "../../api/client";
import { problemIn } from "../../api/problem";
import { SEGMENTS, startRefresh, useFields } from "../../api/segments";
import type { Field, Rule } from "../../api/types";
import { NotAllowed } from "../../app/LostPages";
import { usePreferences } from "../../app/preferences";
import { useMay } from "../../app/session";
import { type TextId, useText } from "../../lang/Texts";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Button } from "../../ui/patternfly";
import { SegmentForm } from "./SegmentForm";

interface Template {
  name: TextId;
  text: TextId;
  rule: Rule | undefined;
}

/** A new segment: from the first condition, or from one of the templates that the fields allow. */
export function NewSegmentPage() {
  const say = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { preferences } = usePreferences();
  const fields = useFields();
  const [template, setTemplate] = useState<Template>();
  const create = useMutation({
    mutationFn: async ({
      displayName,
      rule,
      refresh,
    }: {
      displayName: string;
      rule: Rule;
      refresh: boolean;
    }) => {
      const made = await ok(
        segments.POST("/segments", { body: { displayName, rule, timeZone: preferences.timeZone } }),
      );
      if (refresh) {
        await startRefresh();
      }
      return made;
    },
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: SEGMENTS });
      void navigate(`/segments/${made.id}`);
    },
  });
  if (!useMay("contributor")) {
    return <NotAllowed title={say("segment.new")} needs="contributor" />;
  }
  const problem = create.isError ? problemIn(create.error) : undefined;
  return (
    <PageFrame title={say("segment.new")} crumbs={[{ to: "/segments", text: say("nav.segments") }]}>
      <Loaded query={fields}>
        {(known) =>
          known.length === 0 ? (
            <Empty
              title={say("segment.noFields")}
              action={<Button onClick={() => void navigate("/customers")}>{say("nav.customers")}</Button>}
            >
              {say("segment.noFields.text")}
            </Empty>
          ) : (
            <>
              {create.isError && <Failure error={create.error} marked={["/displayName", "/rule"]} />}
              {template === undefined ? (
                <Templates fields={known} choose={setTemplate} />
              ) : (
                <SegmentForm
                  first={{ displayName: template.rule ? say(template.name) : "", rule: template.rule }}
                  fields={known}
                  timeZone={preferences.timeZone}
                  problem={problem}
                  isSaving={create.isPending || create.isSuccess}
                  save={(draft, refresh) => create.mutate({ ...draft, refresh })}
                  cancel={() => void navigate("/segments")}
                />
              )}
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function Templates({ fields, choose }: { fields: Field[]; choose: (template: Template) => void }) {
  const say = useText();
  return (
    <Gallery hasGutter minWidths={{ default: "100%", md: "20rem" }}>
      {templatesFor(fields).map((template) => (
        <Card key={template.name}>
          <CardTitle component="h2">{say(template.name)}</CardTitle>
          <CardBody>
            <Content component="p">{say(template.text)}</Content>
            <Button
              aria-label={say("segment.begin", { name: say(template.name) })}
              variant={template.rule ? "secondary" : "primary"}
              onClick={() => choose(template)}
            >
              {say("segment.beginHere")}
            </Button>
          </CardBody>
        </Card>
      ))}
    </Gallery>
  );
}

/** What makes sense with the fields that the profiles have. */
export function templatesFor(fields: Field[]): Template[] {
  const address = fields.find((field) => field.role === "EMAIL") ?? fields.find((field) => field.email > 0);
  const since = fields.find((field) => field.type === "date" || field.type === "datetime");
  const amount =
    fields.find(
      (field) => field.type === "number" && /total|spent|revenue|amount|importe|totale/i.test(field.name),
    ) ?? fields.find((field) => field.type === "number");
  const templates: Template[] = [{ name: "segment.own", text: "segment.own.text", rule: undefined }];
  if (address) {
    templates.push({
      name: "template.email",
      text: "template.email.text",
      rule: { all: [{ field: address.name, op: "contains", value: "@" }] },
    });
  }
  if (since) {
    templates.push({
      name: "template.new",
      text: "template.new.text",
      rule: { all: [{ field: since.name, op: "withinDays", value: 30 }] },
    });
  }
  if (amount) {
    templates.push({
      name: "template.best",
      text: "template.best.text",
      rule: { all: [{ field: amount.name, op: "gte", value: 1000 }] },
    });
  }
  return templates;
}
