import { Card, CardBody, CardTitle, DescriptionList } from "@patternfly/react-core";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import type { useExportsOf } from "../../api/exports";
import type { Connection } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Button } from "../../ui/patternfly";
import { Term } from "../../ui/Term";
import { When } from "../../ui/time";
import { ConnectionStatus } from "./ConnectionStatus";
import { labelOf } from "./DestinationType";

/** What can be opened over the page of a connection. */
export type ConnectionDialog = "key" | "consent" | "withdraw" | "edit" | "remove";

const SHOWN_USERS = 10;

interface ConnectionFactsProps {
  connection: Connection;
  /** The exports that use it. */
  users: ReturnType<typeof useExportsOf>;
  open: (what: ConnectionDialog) => void;
  test: () => void;
  isTesting: boolean;
  become: () => void;
  isBecoming: boolean;
}

/** What is known of a connection, each fact with the button that changes it. */
export function ConnectionFacts({
  connection,
  users,
  open,
  test,
  isTesting,
  become,
  isBecoming,
}: ConnectionFactsProps) {
  const say = useText();
  const intl = useIntl();
  return (
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
            {users.list.data === undefined ? (
              "–"
            ) : users.list.data.items.length === 0 ? (
              say("connection.unused")
            ) : (
              <ul>
                {users.list.data.items.slice(0, SHOWN_USERS).map((one) => (
                  <li key={one.id}>
                    <Link to={`/exports/${one.id}`}>{one.displayName}</Link>
                  </li>
                ))}
                {users.count !== undefined && users.count > SHOWN_USERS && (
                  <li>
                    <Link to={`/exports?connectionId=${connection.id}`}>
                      {say("list.andMore", { count: users.count - SHOWN_USERS })}
                    </Link>
                  </li>
                )}
              </ul>
            )}
          </Term>
          <Term name={say(`connection.apiKey.${connection.type}`)}>
            {connection.keyHint ? `••••${connection.keyHint}` : "–"}{" "}
            <Button variant="link" isInline onClick={() => open("key")}>
              {say("connection.replaceKey")}
            </Button>
          </Term>
          <Term name={say("connection.lastCheck")}>
            {connection.lastCheck &&
              `${say(`connection.check.${connection.lastCheck.outcome}`, { type: labelOf(connection.type) })}, `}
            <When at={connection.lastCheck?.at} />{" "}
            <Button variant="link" isInline isLoading={isTesting} onClick={test}>
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
                <Button variant="link" isInline isDanger onClick={() => open("withdraw")}>
                  {say("connection.withdraw")}
                </Button>
              </>
            ) : (
              <Button variant="link" isInline onClick={() => open("consent")}>
                {say("connection.readAndAgree")}
              </Button>
            )}
          </Term>
          <Term name={say("connection.exportUser")}>
            {connection.exportUser?.name ?? say("connection.noExportUser")}{" "}
            <Button variant="link" isInline isLoading={isBecoming} onClick={become}>
              {say("connection.addExportUser")}
            </Button>
          </Term>
          <Term name={say("connection.endpoint")}>{connection.endpoint}</Term>
          <Term name={say("connection.rate")}>{intl.formatNumber(connection.rateLimitPerSecond)}</Term>
          <Term name={say("connection.maxContacts")}>
            {connection.maxContacts === undefined
              ? say("connection.maxContacts.none")
              : intl.formatNumber(connection.maxContacts)}
          </Term>
        </DescriptionList>
      </CardBody>
    </Card>
  );
}
