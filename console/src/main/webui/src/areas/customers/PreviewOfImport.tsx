import { Alert, Content, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useIntl } from "react-intl";
import type { ImportPreview } from "../../api/types";
import { useText } from "../../lang/Texts";

/** What an import would do: columns as they are understood, how many change, what is rejected and why. */
export function PreviewOfImport({ preview }: { preview: ImportPreview }) {
  const say = useText();
  const intl = useIntl();
  return (
    <>
      <Alert
        isInline
        variant={preview.rejected > 0 ? "warning" : "info"}
        title={say("import.wouldDo", {
          received: preview.received,
          inserted: intl.formatNumber(preview.inserted),
          updated: intl.formatNumber(preview.updated),
          unchanged: intl.formatNumber(preview.unchanged),
          removed: preview.removed,
          rejected: preview.rejected,
        })}
      />
      <Table variant="compact" aria-label={say("import.columns")}>
        <Thead>
          <Tr>
            <Th>{say("import.column")}</Th>
            <Th>{say("field.name")}</Th>
            <Th>{say("field.type")}</Th>
            <Th className="insights-number">{say("field.fill")}</Th>
            <Th>{say("import.samples")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {preview.columns.map((column) => (
            <Tr key={column.name}>
              <Td dataLabel={say("import.column")}>{column.name}</Td>
              <Td dataLabel={say("field.name")}>
                {column.field} {column.newField && <Label status="info">{say("import.newField")}</Label>}{" "}
                {column.role && <Label>{say(`fieldRole.${column.role}`)}</Label>}
              </Td>
              <Td dataLabel={say("field.type")}>{say(`fieldType.${column.type}`)}</Td>
              <Td dataLabel={say("field.fill")} className="insights-number">
                {intl.formatNumber(column.filled)}
              </Td>
              <Td dataLabel={say("import.samples")}>{column.samples.slice(0, 3).map(String).join(", ")}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {preview.remarks.map((remark) => (
        <Content component="small" lang="en" key={`${remark.code}-${remark.column}`}>
          {remark.detail}
        </Content>
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
