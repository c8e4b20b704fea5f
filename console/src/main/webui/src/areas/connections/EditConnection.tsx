import { Form, ModalBody, ModalFooter } from "@patternfly/react-core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { destinations, ok, type Versioned, versioned } from "../../api/client";
import { ApiError, problemIn } from "../../api/problem";
import type { Connection } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Failure } from "../../ui/Failure";
import { type Numbers, useNumbers } from "../../ui/numbers";
import { Button, Modal, ModalHeader } from "../../ui/patternfly";
import { errorAt } from "../../ui/ServiceWords";
import { type Difference, StaleDialog } from "../../ui/StaleDialog";
import { TextField } from "../../ui/TextField";
import { useUnsaved } from "../../ui/unsaved";
import { LimitFields, type Limits, useLimits } from "./limits";
import { OTHERS_MAY_USE, SharedWith } from "./SharedWith";

interface EditConnectionProps {
  found: Versioned<Connection>;
  close: () => void;
  done: () => void;
}

interface Typed extends Limits {
  displayName: string;
  endpoint: string;
  shared: boolean;
}

/** Edits a connection. When somebody else saved meanwhile, both are shown and nothing typed is lost. */
export function EditConnection({ found, close, done }: EditConnectionProps) {
  const say = useText();
  const numbers = useNumbers();
  const [typed, setTyped] = useState(() => typedOf(found.value, numbers));
  const { read } = useLimits(typed);
  const [theirs, setTheirs] = useState<Versioned<Connection>>();
  const id = found.value.id;
  const save = useMutation({
    mutationFn: (etag: string) =>
      ok(
        destinations.PATCH("/connections/{id}", {
          params: { path: { id }, header: { "If-Match": etag } },
          body: {
            displayName: typed.displayName,
            endpoint: typed.endpoint,
            rateLimitPerSecond: read?.rate,
            maxContacts: read?.most ?? null,
            sharedWithContributors: typed.shared,
          },
          headers: { "Content-Type": "application/merge-patch+json" },
        }),
      ),
    onSuccess: done,
    onError: async (error) => {
      if (error instanceof ApiError && error.problem.type === "stale") {
        setTheirs(
          (await versioned(
            destinations.GET("/connections/{id}", { params: { path: { id } } }),
          )) as Versioned<Connection>,
        );
      }
    },
  });
  const isChanged = JSON.stringify(typed) !== JSON.stringify(typedOf(found.value, numbers));
  const { guard, leave } = useUnsaved(isChanged && !save.isPending && !save.isSuccess);
  if (theirs) {
    return (
      <StaleDialog
        differences={differences(typedOf(theirs.value, numbers), typed, say)}
        by={theirs.value.updatedBy.name}
        takeTheirs={done}
        keepYours={() => {
          setTheirs(undefined);
          save.mutate(theirs.etag);
        }}
        close={() => setTheirs(undefined)}
      />
    );
  }
  const problem = save.isError ? problemIn(save.error) : undefined;
  const set = (changed: Partial<Typed>) => setTyped({ ...typed, ...changed });
  return (
    <Modal isOpen variant="small" onClose={() => leave(close)} aria-labelledby="edit-title">
      {guard}
      <ModalHeader title={say("action.edit")} labelId="edit-title" />
      <ModalBody>
        <Form
          id="edit-connection"
          onSubmit={(event) => {
            event.preventDefault();
            if (read?.rate !== undefined) {
              save.mutate(found.etag);
            }
          }}
        >
          {save.isError && problem?.type !== "stale" && (
            <Failure
              error={save.error}
              marked={["/displayName", "/endpoint", "/rateLimitPerSecond", "/maxContacts"]}
            />
          )}
          <TextField
            id="edit-name"
            label={say("field.displayName")}
            value={typed.displayName}
            change={(displayName) => set({ displayName })}
            error={
              problem?.type === "name-taken" ? say("problem.name-taken") : errorAt(problem, "/displayName")
            }
            isRequired
            maxLength={100}
          />
          <SharedWith label={say(OTHERS_MAY_USE)} value={typed.shared} change={(shared) => set({ shared })} />
          <TextField
            id="edit-endpoint"
            label={say("connection.endpoint")}
            value={typed.endpoint}
            change={(endpoint) => set({ endpoint })}
            error={
              problem?.type === "endpoint-not-allowed"
                ? say("problem.endpoint-not-allowed")
                : errorAt(problem, "/endpoint")
            }
          />
          <LimitFields value={typed} change={set} problem={problem} isRateRequired />
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form="edit-connection"
          variant="primary"
          isLoading={save.isPending}
          isDisabled={save.isPending}
        >
          {say("action.save")}
        </Button>
        <Button variant="link" onClick={() => leave(close)}>
          {say("action.cancel")}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function typedOf(connection: Connection, numbers: Numbers): Typed {
  return {
    displayName: connection.displayName,
    endpoint: connection.endpoint,
    rate: numbers.write(connection.rateLimitPerSecond),
    most: connection.maxContacts === undefined ? "" : numbers.write(connection.maxContacts),
    shared: connection.sharedWithContributors,
  };
}

function differences(theirs: Typed, yours: Typed, say: ReturnType<typeof useText>): Difference[] {
  const who = (shared: boolean) => say(shared ? "connection.shared" : "connection.notShared");
  return [
    { name: say("field.displayName"), theirs: theirs.displayName, yours: yours.displayName },
    { name: say("connection.sharedWith"), theirs: who(theirs.shared), yours: who(yours.shared) },
    { name: say("connection.endpoint"), theirs: theirs.endpoint, yours: yours.endpoint },
    { name: say("connection.rate"), theirs: theirs.rate, yours: yours.rate },
    { name: say("connection.maxContacts"), theirs: theirs.most || "–", yours: yours.most || "–" },
  ].filter((one) => one.theirs !== one.yours);
}
