import { PluggedIcon } from "@patternfly/react-icons";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { type ConnectionFilter, useConnections } from "../../api/connections";
import { type Connection, type ConnectionView, isWhole } from "../../api/types";
import { NotAllowed } from "../../app/LostPages";
import { useMay } from "../../app/session";
import { useText } from "../../lang/Texts";
import { isNone, useListAddress } from "../../ui/address";
import { Empty } from "../../ui/Empty";
import { type Column, List } from "../../ui/List";
import { Loaded } from "../../ui/Loaded";
import { PageFrame } from "../../ui/PageFrame";
import { Button } from "../../ui/patternfly";
import { When } from "../../ui/time";
import { ConnectionStatus } from "./ConnectionStatus";
import { labelOf } from "./DestinationType";
import { RemoveConnection } from "./RemoveConnection";

/** All connections: whereto data may go. */
export function ConnectionsPage() {
  const say = useText();
  const sees = useMay("contributor");
  const administers = useMay("admin");
  const address = useListAddress("displayName");
  const query = useConnections(
    {
      q: address.q || undefined,
      sort: address.sort as ConnectionFilter["sort"],
      after: address.after,
      limit: 50,
    },
    sees,
  );
  const [removing, setRemoving] = useState<Connection>();
  if (!sees) {
    return <NotAllowed title={say("nav.connections")} needs="contributor" />;
  }
  const add = (
    <Button variant="primary" component={(props) => <Link {...props} to="/connections/new" />}>
      {say("connection.add")}
    </Button>
  );
  return (
    <PageFrame
      title={say("nav.connections")}
      lead={say("connection.lead")}
      actions={administers ? add : undefined}
    >
      <Loaded query={query}>
        {({ items, after }) =>
          isNone(items, query, address) ? (
            <Empty title={say("connection.empty")} icon={PluggedIcon} action={administers ? add : undefined}>
              {say(administers ? "connection.empty.admin" : "connection.empty.contributor")}
            </Empty>
          ) : (
            <List
              label={say("nav.connections")}
              columns={administers ? wholeColumns(say, setRemoving) : shortColumns(say)}
              rows={items}
              after={after}
              address={address}
            />
          )
        }
      </Loaded>
      {removing && <RemoveConnection connection={removing} close={() => setRemoving(undefined)} />}
    </PageFrame>
  );
}

type Say = ReturnType<typeof useText>;

function shortColumns(say: Say): Column<ConnectionView>[] {
  return [
    { name: say("field.displayName"), sort: "displayName", cell: (one) => one.displayName },
    { name: say("connection.type"), cell: (one) => labelOf(one.type) },
    { name: say("field.status"), cell: (one) => <ConnectionStatus status={one.status} /> },
  ];
}

function wholeColumns(say: Say, remove: (connection: Connection) => void): Column<ConnectionView>[] {
  return [
    {
      name: say("field.displayName"),
      sort: "displayName",
      wide: true,
      cell: (one) => <Link to={`/connections/${one.id}`}>{one.displayName}</Link>,
    },
    { name: say("connection.type"), cell: (one) => labelOf(one.type) },
    {
      name: say("field.status"),
      cell: (one) => (
        <>
          <ConnectionStatus status={one.status} />{" "}
          {one.status !== "CONNECTED" &&
            isWhole(one) &&
            one.lastCheck &&
            one.status === "NEEDS_ATTENTION" && (
              <Link to={`/connections/${one.id}`}>
                {say(`connection.check.${one.lastCheck.outcome}`, { type: labelOf(one.type) })}
              </Link>
            )}
          {isWhole(one) && one.exportUser?.lapse && (
            <Link to={`/connections/${one.id}`}>{say(`connection.lapse.${one.exportUser.lapse}`)}</Link>
          )}
        </>
      ),
    },
    {
      name: say("connection.sharedWith"),
      cell: (one) =>
        say(isWhole(one) && one.sharedWithContributors ? "connection.shared" : "connection.notShared"),
    },
    {
      name: say("connection.exportUser"),
      cell: (one) => (isWhole(one) && one.exportUser?.name) || say("connection.noExportUser"),
    },
    {
      name: say("connection.lastCheck"),
      cell: (one) => <When at={isWhole(one) ? one.lastCheck?.at : undefined} />,
    },
    {
      name: say("connection.usedBy"),
      number: true,
      cell: (one) => <Count value={isWhole(one) ? one.exportCount : undefined} />,
    },
    {
      name: say("field.actions"),
      cell: (one) =>
        isWhole(one) && (
          <Button
            variant="link"
            isInline
            isDanger
            onClick={() => remove(one)}
            aria-label={`${say("action.remove")}: ${one.displayName}`}
          >
            {say("action.remove")}
          </Button>
        ),
    },
  ];
}

function Count({ value }: { value: number | undefined }) {
  const intl = useIntl();
  return <>{value === undefined ? "–" : intl.formatNumber(value)}</>;
}
