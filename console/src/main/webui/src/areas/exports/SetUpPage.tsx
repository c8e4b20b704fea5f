import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { exportsApi, ok, type Versioned, versioned } from "../../api/client";
import type { ChosenConnection } from "../../api/connections";
import { EXPORTS, startRunOfSaved, useExport } from "../../api/exports";
import { ApiError, problemIn } from "../../api/problem";
import type { Export } from "../../api/types";
import { NotAllowed } from "../../app/LostPages";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Alert } from "../../ui/patternfly";
import { StaleDialog } from "../../ui/StaleDialog";
import { SCHEDULE_MEMBERS } from "../../ui/schedule";
import { type Draft, draftOf, draftOver, useDifferences } from "./draft";
import { SetUpForm } from "./SetUpForm";

/** What the form marks. */
const MARKED = [
  "/displayName",
  "/segmentIds",
  "/dataMatching/",
  ...SCHEDULE_MEMBERS.map((member) => `/schedule/${member}`),
];

/** A new export. */
export function NewExportPage() {
  const say = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [parameters] = useSearchParams();
  const { state }: { state: ChosenConnection | null } = useLocation();
  const create = useMutation({
    mutationFn: async ({ draft, run }: { draft: Draft; run: boolean }) => {
      const made = await ok(
        exportsApi.POST("/exports", { body: { ...draft, optOutField: draft.optOutField || undefined } }),
      );
      return { made, begun: run ? await startRunOfSaved(made.id) : {} };
    },
    onSuccess: ({ made, begun: { run, problem } }) => {
      void queries.invalidateQueries({ queryKey: EXPORTS });
      void navigate(run ? `/exports/${made.id}/runs/${run.id}` : `/exports/${made.id}`, { state: problem });
    },
  });
  if (!useMay("contributor")) {
    return <NotAllowed title={say("export.add")} needs="contributor" />;
  }
  return (
    <PageFrame title={say("export.setUp")} crumbs={[{ to: "/exports", text: say("nav.exports") }]}>
      {create.isError && <Failure error={create.error} marked={MARKED} />}
      <SetUpForm
        first={{ ...draftOver(state ?? undefined), segmentIds: parameters.getAll("segmentId") }}
        problem={create.isError ? problemIn(create.error) : undefined}
        isSaving={create.isPending || create.isSuccess}
        save={(draft, run) => create.mutate({ draft, run })}
        cancel={() => void navigate("/exports")}
      />
    </PageFrame>
  );
}

/** What a page that leads to the one below tells it. */
export interface EditState {
  /** Whether it was just made, after another. */
  isCopy: boolean;
}

/** An export that is there, to be changed. */
export function EditExportPage() {
  const say = useText();
  const { id = "" } = useParams();
  const query = useExport(id);
  if (!useMay("contributor")) {
    return <NotAllowed title={say("export.edit")} needs="contributor" />;
  }
  return (
    <PageFrame
      title={say("export.edit")}
      crumbs={[
        { to: "/exports", text: say("nav.exports") },
        { to: `/exports/${id}`, text: query.data?.value.displayName ?? "" },
      ]}
    >
      <Loaded query={query}>
        {(found) =>
          found.value.permissions.includes("EDIT") ? (
            <Edit found={found} />
          ) : (
            <p>
              {say("export.notYours")} <Link to={`/exports/${id}`}>{found.value.displayName}</Link>
            </p>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

interface Wish {
  draft: Draft;
  run: boolean;
  etag: string;
}

function Edit({ found }: { found: Versioned<Export> }) {
  const say = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  // As it was when the page was opened: what is read anew meanwhile must not replace what was typed.
  const [opened, setOpened] = useState(found);
  const [stale, setStale] = useState<{ theirs: Versioned<Export>; wish: Wish }>();
  const differences = useDifferences();
  const state = useLocation().state as EditState | null;
  const { id } = opened.value;
  const save = useMutation({
    mutationFn: async ({ draft, run, etag }: Wish) => {
      const { connectionId, ...edit } = draft;
      let version = etag;
      if (connectionId !== opened.value.connectionId && connectionId !== "") {
        const attached = await versioned(
          exportsApi.PUT("/exports/{id}/connection", {
            params: { path: { id }, header: { "If-Match": version } },
            // Of another kind of destination, it needs another matching from the same moment on.
            body: { connectionId, dataMatching: edit.dataMatching, audienceMode: edit.audienceMode },
          }),
        );
        version = attached.etag;
      }
      await ok(
        exportsApi.PATCH("/exports/{id}", {
          params: { path: { id }, header: { "If-Match": version } },
          body: { ...edit, optOutField: edit.optOutField || null },
          headers: { "Content-Type": "application/merge-patch+json" },
        }),
      );
      return run ? await startRunOfSaved(id) : {};
    },
    onSuccess: ({ run, problem }) => {
      void queries.invalidateQueries({ queryKey: EXPORTS });
      void navigate(run ? `/exports/${id}/runs/${run.id}` : `/exports/${id}`, { state: problem });
    },
    onError: async (error, wish) => {
      if (error instanceof ApiError && error.problem.type === "stale") {
        setStale({
          theirs: await versioned(exportsApi.GET("/exports/{id}", { params: { path: { id } } })),
          wish,
        });
      }
    },
  });
  const problem = save.isError ? problemIn(save.error) : undefined;
  return (
    <>
      {state?.isCopy && opened.value.schedule.kind === "OFF" && (
        <Alert variant="info" isInline title={say("export.copyIsOff")} />
      )}
      {save.isError && problem?.type !== "stale" && <Failure error={save.error} marked={MARKED} />}
      <SetUpForm
        key={opened.etag}
        first={draftOf(opened.value)}
        exportId={id}
        problem={problem}
        isSaving={save.isPending || save.isSuccess}
        save={(draft, run) => save.mutate({ draft, run, etag: opened.etag })}
        cancel={() => void navigate(`/exports/${id}`)}
      />
      {stale && (
        <StaleDialog
          differences={differences(draftOf(stale.theirs.value), stale.wish.draft)}
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
