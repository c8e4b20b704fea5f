import { Label } from "@patternfly/react-core";
import { UploadIcon } from "@patternfly/react-icons";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { API, ok, segments } from "../../api/client";
import { PROFILES, useImports } from "../../api/segments";
import type { Import } from "../../api/types";
import { useText } from "../../lang/Texts";
import { isNone, useListAddress } from "../../ui/address";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Loaded } from "../../ui/Loaded";
import { Pages } from "../../ui/Pages";
import { Button, Table } from "../../ui/patternfly";
import { When } from "../../ui/time";

/** For administrators, the files that came in: what each changed, and what of it was rejected. */
export function ImportsTab({ start }: { start: () => void }) {
  const say = useText();
  const address = useListAddress("");
  const imports = useImports(50, { after: address.after });
  return (
    <Loaded query={imports}>
      {({ items, after }) =>
        isNone(items, imports, address) ? (
          <Empty
            title={say("import.empty")}
            icon={UploadIcon}
            action={<Button onClick={start}>{say("import.title")}</Button>}
          >
            {say("customer.empty.text")}
          </Empty>
        ) : (
          <>
            <ImportTable imports={items} />
            <Pages after={after} address={address} />
          </>
        )
      }
    </Loaded>
  );
}

function ImportTable({ imports }: { imports: Import[] }) {
  const say = useText();
  const intl = useIntl();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: (id: string) => ok(segments.DELETE("/profile-imports/{id}", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: PROFILES }),
  });
  const number = (name: string, value: number) => (
    <Td dataLabel={name} className="insights-number">
      {intl.formatNumber(value)}
    </Td>
  );
  return (
    <>
      {cancel.isError && <Failure error={cancel.error} />}
      <Table variant="compact" aria-label={say("customer.imports")}>
        <Thead>
          <Tr>
            <Th>{say("run.when")}</Th>
            <Th>{say("run.status")}</Th>
            <Th>{say("audit.by")}</Th>
            <Th className="insights-number">{say("import.received")}</Th>
            <Th className="insights-number">{say("import.inserted")}</Th>
            <Th className="insights-number">{say("import.updated")}</Th>
            <Th className="insights-number">{say("import.removed")}</Th>
            <Th className="insights-number">{say("import.rejected")}</Th>
            <Th>{say("field.actions")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {imports.map((one) => (
            <Tr key={one.id}>
              <Td dataLabel={say("run.when")}>
                <When at={one.requestedAt} />
              </Td>
              <Td dataLabel={say("run.status")}>
                <Label
                  variant="outline"
                  status={
                    one.status === "SUCCESSFUL" ? "success" : one.status === "FAILED" ? "danger" : "info"
                  }
                >
                  {say(`import.status.${one.status}`)}
                </Label>
                <Why import={one} />
              </Td>
              <Td dataLabel={say("audit.by")}>{one.requestedBy.name}</Td>
              {number(say("import.received"), one.received)}
              {number(say("import.inserted"), one.inserted)}
              {number(say("import.updated"), one.updated)}
              {number(say("import.removed"), one.removed)}
              {number(say("import.rejected"), one.rejected)}
              <Td dataLabel={say("field.actions")}>
                {one.status === "RUNNING" && (
                  <Button
                    variant="link"
                    isInline
                    isLoading={cancel.isPending && cancel.variables === one.id}
                    onClick={() => cancel.mutate(one.id)}
                  >
                    {say("action.cancel")}
                  </Button>
                )}
                {one.rejected + one.rejectedValues > 0 && (
                  <a href={`${API}/profile-imports/${one.id}/rejections.csv`} download>
                    {say("import.rejections")}
                  </a>
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}

/** Why nothing came of an import: what is always the same is said here, the rest as the service has it. */
function Why({ import: one }: { import: Import }) {
  const say = useText();
  if (one.status === "CANCELED") {
    return (
      <div>
        <small>{say("import.stopped")}</small>
      </div>
    );
  }
  if (one.status === "FAILED" && one.questions.length > 0) {
    return (
      <small>
        {one.questions.map((question) => (
          <div key={question.confirm}>
            {say(`import.confirm.${question.confirm}`)}. <span lang="en">{question.detail}</span>
          </div>
        ))}
        {one.optedOut > 0 && <div>{say("import.optOutsHold", { count: one.optedOut })}</div>}
        <div>{say("import.confirmAgain")}</div>
      </small>
    );
  }
  return (
    one.detail && (
      <div lang="en">
        <small>{one.detail}</small>
      </div>
    )
  );
}
