import { Stack, StackItem } from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { destinations, ok, type Versioned } from "../../api/client";
import { CONNECTIONS, useConnection } from "../../api/connections";
import { useExportsOf } from "../../api/exports";
import type { Connection } from "../../api/types";
import { NotAllowed } from "../../app/LostPages";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Alert, Button } from "../../ui/patternfly";
import { AgreeDialog } from "./AgreeDialog";
import { type ConnectionDialog, ConnectionFacts } from "./ConnectionFacts";
import { labelOf } from "./DestinationType";
import { EditConnection } from "./EditConnection";
import { MissingParts } from "./MissingParts";
import { RemoveConnection } from "./RemoveConnection";
import { ReplaceKey } from "./ReplaceKey";

/** One connection: whether it works, what it still needs, and everything an administrator does with it. */
export function ConnectionPage() {
  const say = useText();
  const { id = "" } = useParams();
  const administers = useMay("admin");
  const query = useConnection(administers ? id : undefined);
  if (!administers) {
    return <NotAllowed title={say("nav.connections")} needs="admin" />;
  }
  return (
    <PageFrame
      title={query.data?.value.displayName ?? say("connection.one")}
      crumbs={[{ to: "/connections", text: say("nav.connections") }]}
    >
      <Loaded query={query}>{(found) => <Details found={found} />}</Loaded>
    </PageFrame>
  );
}

function Details({ found }: { found: Versioned<Connection> }) {
  const say = useText();
  const queries = useQueryClient();
  const [open, setOpen] = useState<ConnectionDialog>();
  const connection = found.value;
  const { id } = connection;
  const users = useExportsOf(connection);
  const close = () => setOpen(undefined);
  const changed = () => {
    void queries.invalidateQueries({ queryKey: CONNECTIONS });
    close();
  };
  const match = { path: { id }, header: { "If-Match": found.etag } };
  const test = useMutation({
    mutationFn: () => ok(destinations.POST("/connections/{id}/test", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: CONNECTIONS }),
  });
  const become = useMutation({
    mutationFn: () => ok(destinations.PUT("/connections/{id}/export-user", { params: match })),
    onSuccess: changed,
  });
  return (
    <Stack hasGutter>
      <StackItem>
        <MissingParts
          connection={connection}
          open={setOpen}
          become={() => become.mutate()}
          isBecoming={become.isPending}
        />
        {become.isError && <Failure error={become.error} />}
        {test.isError && <Failure error={test.error} retry={() => test.mutate()} />}
        {test.data && (
          <Alert
            isInline
            variant={test.data.outcome === "ACCEPTED" ? "success" : "warning"}
            title={say(`connection.check.${test.data.outcome}`, { type: labelOf(connection.type) })}
          />
        )}
      </StackItem>
      <StackItem>
        <ConnectionFacts
          connection={connection}
          users={users}
          open={setOpen}
          test={() => test.mutate()}
          isTesting={test.isPending}
          become={() => become.mutate()}
          isBecoming={become.isPending}
        />
      </StackItem>
      <StackItem>
        <Button variant="secondary" onClick={() => setOpen("edit")}>
          {say("action.edit")}
        </Button>{" "}
        <Button variant="danger" onClick={() => setOpen("remove")}>
          {say("action.remove")}
        </Button>
      </StackItem>
      {open === "key" && (
        <ReplaceKey id={id} type={connection.type} etag={found.etag} close={close} done={changed} />
      )}
      {open === "edit" && <EditConnection found={found} close={close} done={changed} />}
      {open === "consent" && (
        <AgreeDialog id={id} type={connection.type} etag={found.etag} close={close} done={changed} />
      )}
      {open === "withdraw" && (
        <ConfirmDialog
          title={say("connection.withdraw")}
          action={say("connection.withdraw")}
          danger
          isDisabled={users.count === undefined}
          act={() => ok(destinations.DELETE("/connections/{id}/consent", { params: match }))}
          done={changed}
          close={close}
        >
          <Loaded query={users.list} lines={1}>
            {() =>
              users.count === undefined ? "…" : say("connection.withdraw.text", { exports: users.count })
            }
          </Loaded>
        </ConfirmDialog>
      )}
      {open === "remove" && <RemoveConnection connection={connection} close={close} />}
    </Stack>
  );
}
