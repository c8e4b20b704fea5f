import {
  Alert,
  Button,
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Stack,
  StackItem,
} from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate, useParams } from "react-router";
import { destinations, ok, type Versioned } from "../../api/client";
import { CONNECTIONS, useConnection } from "../../api/connections";
import type { Connection, ConnectionType, ConsentText } from "../../api/types";
import { NotAllowed } from "../../app/LostPages";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { ErrorCard } from "../../ui/ErrorCard";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { When } from "../../ui/time";
import { ConnectionStatus } from "./ConnectionStatus";
import { Consent } from "./Consent";
import { labelOf } from "./DestinationType";
import { EditConnection } from "./EditConnection";
import { RemoveConnection } from "./RemoveConnection";
import { ReplaceKey } from "./ReplaceKey";

type Open = "key" | "consent" | "withdraw" | "edit" | "remove" | undefined;

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
  const intl = useIntl();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const connection = found.value;
  const { id } = connection;
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
        <Missing
          connection={connection}
          open={setOpen}
          become={() => become.mutate()}
          isBecoming={become.isPending}
        />
        {become.isError && <ErrorCard error={become.error} />}
        {test.isError && <ErrorCard error={test.error} retry={() => test.mutate()} />}
        {test.data && (
          <Alert
            isInline
            variant={test.data.outcome === "ACCEPTED" ? "success" : "warning"}
            title={say(`connection.check.${test.data.outcome}`, { type: labelOf(connection.type) })}
          />
        )}
      </StackItem>
      <StackItem>
        <Card>
          <CardTitle component="h2">{say("connection.one")}</CardTitle>
          <CardBody>
            <DescriptionList columnModifier={{ default: "1Col", lg: "2Col" }}>
              <Term name={say("field.status")}>
                <ConnectionStatus status={connection.status} />
              </Term>
              <Term name={say("connection.type")}>{labelOf(connection.type)}</Term>
              <Term name={say("connection.sharedWith")}>
                {say(connection.sharedWithContributors ? "connection.shared" : "connection.notShared")}
              </Term>
              <Term name={say("connection.usedBy")}>
                {connection.exportCount === undefined ? "–" : intl.formatNumber(connection.exportCount)}
              </Term>
              <Term name={say(`connection.apiKey.${connection.type}`)}>
                {connection.keyHint ? `••••${connection.keyHint}` : "–"}{" "}
                <Button variant="link" isInline onClick={() => setOpen("key")}>
                  {say("connection.replaceKey")}
                </Button>
              </Term>
              <Term name={say("connection.lastCheck")}>
                {connection.lastCheck &&
                  `${say(`connection.check.${connection.lastCheck.outcome}`, { type: labelOf(connection.type) })}, `}
                <When at={connection.lastCheck?.at} />{" "}
                <Button variant="link" isInline isLoading={test.isPending} onClick={() => test.mutate()}>
                  {say("connection.test")}
                </Button>
              </Term>
              <Term name={say("connection.consent")}>
                {connection.consent ? (
                  <>
                    {say("connection.consent.by", {
                      name: connection.consent.by.name,
                      version: connection.consent.textVersion,
                    })}
                    {", "}
                    <When at={connection.consent.at} />{" "}
                    <Button variant="link" isInline isDanger onClick={() => setOpen("withdraw")}>
                      {say("connection.withdraw")}
                    </Button>
                  </>
                ) : (
                  <Button variant="link" isInline onClick={() => setOpen("consent")}>
                    {say("connection.readAndAgree")}
                  </Button>
                )}
              </Term>
              <Term name={say("connection.exportUser")}>
                {connection.exportUser?.name ?? say("connection.noExportUser")}{" "}
                <Button variant="link" isInline isLoading={become.isPending} onClick={() => become.mutate()}>
                  {say("connection.addExportUser")}
                </Button>
              </Term>
              <Term name={say("connection.endpoint")}>{connection.endpoint}</Term>
              <Term name={say("connection.rate")}>{intl.formatNumber(connection.rateLimitPerSecond)}</Term>
              <Term name={say("connection.maxContacts")}>
                {connection.maxContacts === undefined ? "–" : intl.formatNumber(connection.maxContacts)}
              </Term>
            </DescriptionList>
          </CardBody>
        </Card>
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
        <Agree id={id} type={connection.type} etag={found.etag} close={close} done={changed} />
      )}
      {open === "withdraw" && (
        <ConfirmDialog
          title={say("connection.withdraw")}
          action={say("connection.withdraw")}
          danger
          act={() => ok(destinations.DELETE("/connections/{id}/consent", { params: match }))}
          done={changed}
          close={close}
        >
          {say("connection.withdraw.text", { exports: connection.exportCount ?? 0 })}
        </ConfirmDialog>
      )}
      {open === "remove" && (
        <RemoveConnection
          connection={connection}
          close={close}
          removed={() => void navigate("/connections")}
        />
      )}
    </Stack>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{name}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

interface MissingProps {
  connection: Connection;
  open: (what: Open) => void;
  become: () => void;
  isBecoming: boolean;
}

/** What still keeps runs from starting, each with the button that mends it. */
function Missing({ connection, open, become, isBecoming }: MissingProps) {
  const say = useText();
  const mend: Record<Connection["missing"][number], ReactNode> = {
    CONSENT: (
      <Button variant="link" isInline onClick={() => open("consent")}>
        {say("connection.readAndAgree")}
      </Button>
    ),
    API_KEY: (
      <Button variant="link" isInline onClick={() => open("key")}>
        {say("connection.replaceKey")}
      </Button>
    ),
    ALLOWED_ENDPOINT: (
      <Button variant="link" isInline onClick={() => open("edit")}>
        {say("action.edit")}
      </Button>
    ),
    EXPORT_USER: (
      <Button variant="link" isInline isLoading={isBecoming} onClick={become}>
        {say("connection.addExportUser")}
      </Button>
    ),
  };
  return (
    <>
      {connection.consentOutdated && (
        <Alert variant="info" isInline title={say("connection.consentOutdated")}>
          <Button variant="link" isInline onClick={() => open("consent")}>
            {say("connection.readAndAgree")}
          </Button>
        </Alert>
      )}
      {connection.missing.map((part) => (
        <Alert key={part} variant="warning" isInline title={say(`connection.missing.${part}`)}>
          {mend[part]}
        </Alert>
      ))}
    </>
  );
}

interface AgreeProps {
  id: string;
  type: ConnectionType;
  etag: string;
  close: () => void;
  done: () => void;
}

function Agree({ id, type, etag, close, done }: AgreeProps) {
  const say = useText();
  const [text, setText] = useState<ConsentText>();
  const act = () =>
    ok(
      destinations.POST("/connections/{id}/consent", {
        params: { path: { id }, header: { "If-Match": etag } },
        body: { textVersion: text?.version ?? 0, language: text?.language ?? "en", agreed: true },
      }),
    );
  return (
    <ConfirmDialog
      title={say("connection.consent")}
      action={say("connection.agree")}
      isDisabled={text === undefined}
      act={act}
      done={done}
      close={close}
    >
      <Consent type={type} agreed={text} agree={setText} />
    </ConfirmDialog>
  );
}
