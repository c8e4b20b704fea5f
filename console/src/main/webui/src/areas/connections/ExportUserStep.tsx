import { Content, Flex, Stack, StackItem } from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { destinations, ok } from "../../api/client";
import { CONNECTIONS } from "../../api/connections";
import type { Connection } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Failure } from "../../ui/Failure";
import { Alert, Button } from "../../ui/patternfly";
import { labelOf } from "./DestinationType";

interface ExportUserStepProps {
  connection: Connection;
  after?: (connection: Connection) => ReactNode;
}

/**
 * Makes the person the export user, in whose name scheduled runs act. The service wants the credentials to be given within the last
 * five minutes; the client asks for them and sends it again.
 */
export function ExportUserStep({ connection, after }: ExportUserStepProps) {
  const say = useText();
  const queries = useQueryClient();
  const [now, setNow] = useState(connection);
  const become = useMutation({
    mutationFn: () =>
      ok(
        destinations.PUT("/connections/{id}/export-user", {
          params: { path: { id: connection.id }, header: { "If-Match": "*" } },
        }),
      ),
    onSuccess: (changed) => {
      setNow(changed);
      void queries.invalidateQueries({ queryKey: CONNECTIONS });
    },
  });
  return (
    <Stack hasGutter>
      <StackItem>
        <Alert
          variant="success"
          isInline
          title={say("connection.proven", { name: now.displayName, type: labelOf(now.type) })}
        />
      </StackItem>
      <StackItem>
        <Content component="p">{say("connection.exportUser.why")}</Content>
        {now.exportUser && (
          <Alert
            variant="success"
            isInline
            isPlain
            title={say("connection.exportUser.is", { name: now.exportUser.name })}
          />
        )}
      </StackItem>
      {become.isError && (
        <StackItem>
          <Failure error={become.error} />
        </StackItem>
      )}
      <StackItem>
        <Flex>
          {!now.exportUser && (
            <Button
              variant="primary"
              isLoading={become.isPending}
              isDisabled={become.isPending}
              onClick={() => become.mutate()}
            >
              {say("connection.addExportUser")}
            </Button>
          )}
          {after?.(now)}
        </Flex>
      </StackItem>
    </Stack>
  );
}
