import {
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Content,
  FormSelect,
  FormSelectOption,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useSearchParams } from "react-router";
import { API } from "../../api/client";
import { useRejections } from "../../api/exports";
import type { RejectionReason, Run } from "../../api/types";
import { useText } from "../../lang/Texts";
import { useListAddress } from "../../ui/address";
import { Loaded } from "../../ui/Loaded";
import { NothingFound } from "../../ui/NothingFound";
import { Pages } from "../../ui/Pages";
import { Table } from "../../ui/patternfly";
import { Bars } from "../../ui/plots";
import { Search } from "../../ui/Search";

const KEPT_DAYS = 90;
const DAY = 86_400_000;

/** Who was not exported and why: how many by reason with what to do, the list by id, and all of it as a file. */
export function RejectionsCard({ run }: { run: Run }) {
  const say = useText();
  const [parameters, setParameters] = useSearchParams();
  const address = useListAddress("");
  const reason = (parameters.get("reason") ?? undefined) as RejectionReason | undefined;
  const query = useRejections(run.exportId, run.id, {
    reason: reason && [reason],
    q: address.q || undefined,
    after: address.after,
  });
  const file = `${API}/exports/${run.exportId}/runs/${run.id}/rejections.csv`;
  const old = run.finishedAt !== undefined && Date.now() - Date.parse(run.finishedAt) > KEPT_DAYS * DAY;
  return (
    <Card>
      <CardHeader
        actions={{
          actions: (
            <a href={file} download>
              {say("action.csv")}
            </a>
          ),
        }}
      >
        <CardTitle component="h2">{say("run.rejections", { count: run.totals.rejected })}</CardTitle>
      </CardHeader>
      <CardBody>
        {old && <Content component="p">{say("run.rejectionsKept", { days: KEPT_DAYS })}</Content>}
        <Loaded query={query}>
          {(page) => (
            <>
              <Bars
                title={say("run.reasons")}
                total={run.totals.rejected}
                rows={page.counts.map((count) => ({
                  key: count.reason,
                  name: (
                    <>
                      {say(`rejection.${count.reason}`)}
                      <Content component="small">{say(`rejection.${count.reason}.todo`)}</Content>
                    </>
                  ),
                  value: count.profiles,
                }))}
              />
              <Toolbar>
                <ToolbarContent>
                  <ToolbarItem>
                    <FormSelect
                      aria-label={say("run.byReason")}
                      value={reason ?? ""}
                      onChange={(_event, value) =>
                        setParameters({ ...(address.q && { q: address.q }), ...(value && { reason: value }) })
                      }
                    >
                      <FormSelectOption value="" label={say("run.allReasons")} />
                      {page.counts.map((count) => (
                        <FormSelectOption
                          key={count.reason}
                          value={count.reason}
                          label={say(`rejection.${count.reason}`)}
                        />
                      ))}
                    </FormSelect>
                  </ToolbarItem>
                  <ToolbarItem>
                    <Search address={address} label={say("run.searchId")} />
                  </ToolbarItem>
                </ToolbarContent>
              </Toolbar>
              <Table variant="compact" aria-label={say("run.rejections", { count: run.totals.rejected })}>
                <Thead>
                  <Tr>
                    <Th>{say("customer.id")}</Th>
                    <Th>{say("run.reason")}</Th>
                    <Th>{say("run.otherProfile")}</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {page.items.map((one) => (
                    <Tr key={one.profileId}>
                      <Td dataLabel={say("customer.id")}>
                        <code>{one.profileId}</code>
                      </Td>
                      <Td dataLabel={say("run.reason")}>
                        {say(`rejection.${one.reason}`)}
                        {one.field ? ` (${one.field})` : ""}
                      </Td>
                      <Td dataLabel={say("run.otherProfile")}>{one.otherProfileId ?? "–"}</Td>
                    </Tr>
                  ))}
                  {page.items.length === 0 && (
                    <Tr>
                      <Td colSpan={3}>
                        <NothingFound
                          q={address.q}
                          clearFilters={
                            reason && (() => setParameters({ ...(address.q && { q: address.q }) }))
                          }
                        />
                      </Td>
                    </Tr>
                  )}
                </Tbody>
              </Table>
              <Pages after={page.after} address={address} />
            </>
          )}
        </Loaded>
      </CardBody>
    </Card>
  );
}
