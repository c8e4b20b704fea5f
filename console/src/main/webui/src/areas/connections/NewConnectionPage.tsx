import {
  ActionGroup,
  Content,
  ExpandableSection,
  Form,
  ProgressStep,
  ProgressStepper,
  Stack,
  StackItem,
} from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { destinations, versioned } from "../../api/client";
import { type ChosenConnection, CONNECTIONS, useConnectionTypes } from "../../api/connections";
import { problemIn } from "../../api/problem";
import type { Connection, ConnectionType, ConnectionTypeInfo, ConsentText } from "../../api/types";
import { NotAllowed } from "../../app/LostPages";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Button } from "../../ui/patternfly";
import { errorAt } from "../../ui/ServiceWords";
import { TextField } from "../../ui/TextField";
import { useUnsaved } from "../../ui/unsaved";
import { Consent } from "./Consent";
import { DestinationType, labelOf, RegionOfAccount } from "./DestinationType";
import { ExportUserStep } from "./ExportUserStep";
import { LimitFields, useLimits } from "./limits";
import { OTHERS_MAY_USE, SharedWith } from "./SharedWith";

/** The documented steps of connecting a destination, in their order: its kind, name, key, agreement, Connect, export user, Next. */
export function NewConnectionPage() {
  const say = useText();
  return useMay("admin") ? <NewConnection /> : <NotAllowed title={say("connection.add")} needs="admin" />;
}

function NewConnection() {
  const say = useText();
  const [type, setType] = useState<ConnectionType>("AUTOPILOT");
  const [made, setMade] = useState<Connection>();
  const types = useConnectionTypes();
  return (
    <PageFrame
      title={say("connection.setUp", { type: labelOf(type) })}
      crumbs={[{ to: "/connections", text: say("nav.connections") }]}
    >
      <Stack hasGutter className="insights-narrow">
        <StackItem>
          <Steps made={made} />
        </StackItem>
        <StackItem>
          {made ? (
            <ExportUser made={made} />
          ) : (
            <Loaded query={types}>
              {(known) => <ConnectForm types={known} type={type} choose={setType} done={setMade} />}
            </Loaded>
          )}
        </StackItem>
      </Stack>
    </PageFrame>
  );
}

function Steps({ made }: { made: Connection | undefined }) {
  const say = useText();
  const connected = made !== undefined;
  return (
    <ProgressStepper aria-label={say("connection.steps")}>
      <ProgressStep
        id="connect"
        titleId="connect-title"
        variant={connected ? "success" : "info"}
        isCurrent={!connected}
        aria-label={say("connection.connect")}
      >
        {say("connection.connect")}
      </ProgressStep>
      <ProgressStep
        id="user"
        titleId="user-title"
        variant={connected ? "info" : "pending"}
        isCurrent={connected}
        aria-label={say("connection.addExportUser")}
      >
        {say("connection.addExportUser")}
      </ProgressStep>
    </ProgressStepper>
  );
}

interface ConnectFormProps {
  types: ConnectionTypeInfo[];
  type: ConnectionType;
  choose: (type: ConnectionType) => void;
  done: (connection: Connection) => void;
}

function ConnectForm({ types, type, choose, done }: ConnectFormProps) {
  const say = useText();
  const queries = useQueryClient();
  const [displayName, setDisplayName] = useState("");
  const [apiKey, setApiKey] = useState("");
  const [shared, setShared] = useState(false);
  const [consent, setConsent] = useState<ConsentText>();
  const [endpoint, setEndpoint] = useState("");
  const [limits, setLimits] = useState({ rate: "", most: "" });
  const { read } = useLimits(limits);
  const connect = useMutation({
    mutationFn: () =>
      versioned(
        destinations.POST("/connections", {
          body: {
            type,
            displayName,
            apiKey: apiKey.trim(),
            endpoint: endpoint || undefined,
            rateLimitPerSecond: read?.rate,
            maxContacts: read?.most,
            sharedWithContributors: shared,
            consent: consent && { textVersion: consent.version, language: consent.language, agreed: true },
          },
        }),
      ),
    onSuccess: ({ value }) => {
      void queries.invalidateQueries({ queryKey: CONNECTIONS });
      done(value);
    },
    onError: (error) => {
      if (problemIn(error).type === "consent-outdated") {
        setConsent(undefined);
        void queries.invalidateQueries({ queryKey: ["consent-text"] });
      }
    },
  });
  const isTyped =
    shared ||
    consent !== undefined ||
    [displayName, apiKey, endpoint, limits.rate, limits.most].some((one) => one !== "");
  const { guard } = useUnsaved(isTyped && !connect.isPending && !connect.isSuccess);
  const problem = connect.isError ? problemIn(connect.error) : undefined;
  const nameError =
    problem?.type === "name-taken" ? say("problem.name-taken") : errorAt(problem, "/displayName");
  const keyError =
    problem?.type === "api-key-refused" || problem?.type === "api-key-in-use"
      ? say(`problem.${problem.type}`)
      : errorAt(problem, "/apiKey");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read) {
      connect.mutate();
    }
  };
  const info = types.find((one) => one.type === type);
  return (
    <Form onSubmit={submit}>
      {guard}
      {connect.isError && (
        <Failure
          error={connect.error}
          marked={["/displayName", "/apiKey", "/rateLimitPerSecond", "/maxContacts"]}
        />
      )}
      <DestinationType
        types={types}
        value={type}
        change={(chosen) => {
          choose(chosen);
          setEndpoint("");
          setConsent(undefined);
          connect.reset();
        }}
      />
      <TextField
        id="display-name"
        label={say("field.displayName")}
        help={say("connection.displayName.help")}
        error={nameError}
        value={displayName}
        change={setDisplayName}
        isRequired
        maxLength={100}
      />
      <TextField
        id="api-key"
        label={say(`connection.apiKey.${type}`)}
        help={say(`connection.apiKey.${type}.help`)}
        error={keyError}
        value={apiKey}
        change={setApiKey}
        type="password"
        autoComplete="off"
        isRequired
      />
      {info && <RegionOfAccount type={info} value={endpoint} change={setEndpoint} />}
      <SharedWith value={shared} change={setShared} label={say(OTHERS_MAY_USE)} />
      <ExpandableSection toggleText={say("connection.advanced")}>
        <LimitFields
          value={limits}
          change={setLimits}
          problem={problem}
          usual={info?.defaultRateLimitPerSecond ?? 5}
        />
      </ExpandableSection>
      <Consent type={type} agreed={consent} agree={setConsent} />
      <ActionGroup>
        <Button
          type="submit"
          variant="primary"
          isLoading={connect.isPending}
          isDisabled={
            connect.isPending || displayName.trim() === "" || apiKey === "" || consent === undefined
          }
        >
          {say("connection.connect")}
        </Button>
        {consent === undefined && <Content component="small">{say("connection.agreeFirst")}</Content>}
      </ActionGroup>
    </Form>
  );
}

function ExportUser({ made }: { made: Connection }) {
  const say = useText();
  const navigate = useNavigate();
  return (
    <ExportUserStep
      connection={made}
      after={(connection) => (
        <Button
          variant={connection.exportUser ? "primary" : "link"}
          onClick={() =>
            void (connection.exportUser
              ? navigate("/exports/new", {
                  state: { id: made.id, type: made.type } satisfies ChosenConnection,
                })
              : navigate(`/connections/${made.id}`))
          }
        >
          {say(connection.exportUser ? "action.next" : "connection.later")}
        </Button>
      )}
    />
  );
}
