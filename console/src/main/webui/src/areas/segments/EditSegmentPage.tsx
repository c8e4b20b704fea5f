import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { ok, segments, type Versioned, versioned } from "../../api/client";
import { ApiError, problemIn } from "../../api/problem";
import { SEGMENTS, startRefresh, useAllSegments, useFields, useSegment } from "../../api/segments";
import type { Field, Segment } from "../../api/types";
import { NotAllowed } from "../../app/LostPages";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { useNumbers } from "../../ui/numbers";
import { PageFrame } from "../../ui/PageFrame";
import { StaleDialog } from "../../ui/StaleDialog";
import { partsOf } from "./rule";
import { type SegmentDraft, SegmentForm } from "./SegmentForm";
import { useSentence } from "./sentence";

interface Wish extends SegmentDraft {
  refresh: boolean;
  etag: string;
}

/** Edits name and rule of a segment. */
export function EditSegmentPage() {
  const say = useText();
  const { id = "" } = useParams();
  const fields = useFields();
  const query = useSegment(id);
  if (!useMay("contributor")) {
    return <NotAllowed title={say("segment.edit")} needs="contributor" />;
  }
  const name = query.data?.value.displayName ?? "";
  return (
    <PageFrame
      title={say("segment.edit")}
      crumbs={[
        { to: "/segments", text: say("nav.segments") },
        { to: `/segments/${id}`, text: name },
      ]}
    >
      <Loaded query={fields}>
        {(known) => <Loaded query={query}>{(found) => <Edit found={found} fields={known} />}</Loaded>}
      </Loaded>
    </PageFrame>
  );
}

function Edit({ found, fields }: { found: Versioned<Segment>; fields: Field[] }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  // What is edited is what was there when the page was opened: a fresh reading must not replace what was typed.
  const [opened, setOpened] = useState(found);
  const [stale, setStale] = useState<{ theirs: Versioned<Segment>; wish: Wish }>();
  const { id } = opened.value;
  const save = useMutation({
    mutationFn: async ({ displayName, rule, refresh, etag }: Wish) => {
      await ok(
        segments.PATCH("/segments/{id}", {
          params: { path: { id }, header: { "If-Match": etag } },
          body: { displayName, rule },
          headers: { "Content-Type": "application/merge-patch+json" },
        }),
      );
      if (refresh) {
        await startRefresh();
      }
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: SEGMENTS });
      void navigate(`/segments/${id}`);
    },
    onError: async (error, wish) => {
      if (error instanceof ApiError && error.problem.type === "stale") {
        const theirs = await versioned(segments.GET("/segments/{id}", { params: { path: { id } } }));
        setStale({ theirs, wish });
      }
    },
  });
  const problem = save.isError ? problemIn(save.error) : undefined;
  const differences = useDifferences(fields);
  return (
    <>
      {save.isError && problem?.type !== "stale" && (
        <Failure error={save.error} marked={["/displayName", "/rule"]} />
      )}
      <SegmentForm
        key={opened.etag}
        first={{ displayName: opened.value.displayName, rule: opened.value.rule }}
        self={id}
        fields={fields}
        timeZone={opened.value.timeZone}
        problem={problem}
        isSaving={save.isPending || save.isSuccess}
        save={(draft, refresh) => save.mutate({ ...draft, refresh, etag: opened.etag })}
        cancel={() => void navigate(`/segments/${id}`)}
      />
      {stale && (
        <StaleDialog
          differences={differences(stale.theirs.value, stale.wish)}
          by={stale.theirs.value.updatedBy.name}
          takeTheirs={() => {
            setOpened(stale.theirs);
            setStale(undefined);
            save.reset();
          }}
          keepYours={() => {
            setStale(undefined);
            save.mutate({ ...stale.wish, etag: stale.theirs.etag });
          }}
          close={() => setStale(undefined)}
        />
      )}
    </>
  );
}

function useDifferences(fields: Field[]) {
  const say = useText();
  const all = useAllSegments();
  const names = Object.fromEntries((all.data?.items ?? []).map((one) => [one.id, one.displayName]));
  const numbers = useNumbers();
  const sentence = useSentence(Object.fromEntries(fields.map((field) => [field.name, field.type])), names);
  return (theirs: Segment, yours: SegmentDraft) =>
    [
      { name: say("field.displayName"), theirs: theirs.displayName, yours: yours.displayName },
      {
        name: say("rule.rule"),
        theirs: sentence(partsOf(theirs.rule, numbers)),
        yours: sentence(partsOf(yours.rule, numbers)),
      },
    ].filter((one) => one.theirs !== one.yours);
}
