import {
  Button,
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Content,
  FormSelect,
  FormSelectOption,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { API } from "../../api/client";
import { useRejections } from "../../api/exports";
import type { RejectionReason, Run } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Loaded } from "../../ui/Loaded";
import { Bars } from "../../ui/plots";

const KEPT_DAYS = 90;
const DAY = 86_400_000;

/** Who was not exported and why: how many by reason with what to do, the list by id, and all of it as a file. */
export function RejectionsCard({ run }: { run: Run }) {
  const say = useText();
  const [parameters, setParameters] = useSearchParams();
  const [after, setAfter] = useState<string>();
  const [searched, setSearched] = useState("");
  const reason = (parameters.get("reason") ?? undefined) as RejectionReason | undefined;
  const query = useRejections(run.exportId, run.id, reason, after);
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
                      onChange={(_event, value) => {
                        setAfter(undefined);
                        setParameters(value ? { reason: value } : {}, { replace: true });
                      }}
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
                    <SearchInput
                      aria-label={say("run.searchId")}
                      placeholder={say("run.searchId")}
                      value={searched}
                      onChange={(_event, value) => setSearched(value)}
                      onClear={() => setSearched("")}
                      resetButtonLabel={say("action.clear")}
                    />
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
                  {page.items
                    .filter((one) => one.profileId.includes(searched.trim()))
                    .map((one) => (
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
                </Tbody>
              </Table>
              {after !== undefined && (
                <Button variant="link" onClick={() => setAfter(undefined)}>
                  {say("list.first")}
                </Button>
              )}
              {page.after !== undefined && (
                <Button variant="secondary" onClick={() => setAfter(page.after)}>
                  {say("list.next")}
                </Button>
              )}
            </>
          )}
        </Loaded>
      </CardBody>
    </Card>
  );
}
