import { Content, Stack, StackItem } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import type { ImportPreview } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Alert, Table } from "../../ui/patternfly";
import { type ColumnChoices, ColumnsOfImport } from "./ColumnsOfImport";

interface PreviewOfImportProps {
  preview: ImportPreview;
  choices: ColumnChoices;
  choose: (choices: ColumnChoices) => void;
}

/** What an import would do: columns as they are understood, how many change, what is rejected and why. */
export function PreviewOfImport({ preview, choices, choose }: PreviewOfImportProps) {
  const say = useText();
  const intl = useIntl();
  return (
    <>
      <Summary preview={preview} />
      <ColumnsOfImport columns={preview.columns} choices={choices} choose={choose} />
      {preview.remarks.map((remark) => (
        <div key={`${remark.code}-${remark.column}`}>
          {say(`import.remark.${remark.code}`, { column: remark.column ?? "–" })}{" "}
          <Content component="small" lang="en">
            {remark.detail}
          </Content>
        </div>
      ))}
      {preview.rejections.length > 0 && (
        <Table variant="compact" aria-label={say("import.rejections")}>
          <Thead>
            <Tr>
              <Th className="insights-number">{say("import.line")}</Th>
              <Th>{say("import.column")}</Th>
              <Th>{say("run.reason")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {preview.rejections.slice(0, 20).map((rejection) => (
              <Tr key={`${rejection.line}-${rejection.field}`}>
                <Td dataLabel={say("import.line")} className="insights-number">
                  {intl.formatNumber(rejection.line)}
                </Td>
                <Td dataLabel={say("import.column")}>{rejection.field ?? "–"}</Td>
                <Td dataLabel={say("run.reason")}>
                  {say(`import.reason.${rejection.reason}`)}
                  <div lang="en">
                    <small>{rejection.detail}</small>
                  </div>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </>
  );
}

/** What matters most of it; who looked is taken there, past the button that imports, as it may be out of sight. */
function Summary({ preview }: { preview: ImportPreview }) {
  const say = useText();
  const intl = useIntl();
  const summary = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each result is told anew
  useEffect(() => {
    summary.current?.focus();
    summary.current?.scrollIntoView?.({ block: "start" });
  }, [preview]);
  const done = say("import.wouldDo", {
    received: preview.received,
    inserted: intl.formatNumber(preview.inserted),
    updated: intl.formatNumber(preview.updated),
    unchanged: intl.formatNumber(preview.unchanged),
    removed: preview.removed,
    rejected: preview.rejected,
  });
  const warnings = [
    preview.received === 0 && say("import.noCustomers"),
    preview.optedOut > 0 && say("import.optsOut", { count: preview.optedOut }),
    preview.optOutsEnded > 0 && say("import.optsIn", { count: preview.optOutsEnded }),
    preview.optOutsUnreadable > 0 && say("import.optOutsUnreadable", { count: preview.optOutsUnreadable }),
  ].filter((one) => one !== false);
  return (
    <div ref={summary} role="status" tabIndex={-1}>
      <Stack hasGutter>
        {preview.received > 0 && (
          <StackItem>
            <Alert isInline variant={preview.rejected > 0 ? "warning" : "info"} title={done} />
          </StackItem>
        )}
        {warnings.map((warning) => (
          <StackItem key={warning}>
            <Alert isInline variant="warning" title={warning} />
          </StackItem>
        ))}
      </Stack>
    </div>
  );
}
