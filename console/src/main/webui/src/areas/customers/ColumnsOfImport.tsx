import { FormSelect, FormSelectOption, Label, TextInput } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useIntl } from "react-intl";
import { useFields } from "../../api/segments";
import type { FieldRole, ImportPreview } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Alert, Button, Table } from "../../ui/patternfly";
import { useValueWords } from "../../ui/values";

/** What a person says of the columns of a file, by their names. */
export interface ColumnChoices {
  /** Which field a column fills; an empty name leaves the column out. */
  fields: Record<string, string>;
  /** What a field is for that has no role yet. */
  roles: Record<string, FieldRole>;
}

export const NO_CHOICES: ColumnChoices = { fields: {}, roles: {} };

/** The same as the API takes it. */
export function columnOptions({ fields, roles }: ColumnChoices): Record<string, string[]> {
  const kept = Object.entries(roles).filter(([column]) => fields[column] !== "");
  const of = (role: FieldRole) => kept.filter(([, one]) => one === role).map(([column]) => column);
  return {
    map: Object.entries(fields).map(([column, field]) => `${column}=${field}`),
    email: of("EMAIL"),
    optOut: of("OPT_OUT"),
  };
}

/**
 * The field that a new one looks like, so that there would be two of one thing: their names differ in case, spaces or signs alone.
 * What another column fills already is none.
 */
export function lookAlike(
  column: ImportPreview["columns"][number],
  columns: ImportPreview["columns"],
  known: string[],
): string | undefined {
  if (!column.newField) {
    return undefined;
  }
  const taken = columns.filter((one) => one !== column).map((one) => one.field);
  return known.find(
    (field) => field !== column.field && !taken.includes(field) && bare(field) === bare(column.field),
  );
}

function bare(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.-]/g, "");
}

interface ColumnsOfImportProps {
  columns: ImportPreview["columns"];
  choices: ColumnChoices;
  choose: (choices: ColumnChoices) => void;
}

/** The columns of a file as they are understood: each may fill another field, or be left out. */
export function ColumnsOfImport({ columns, choices, choose }: ColumnsOfImportProps) {
  const say = useText();
  const intl = useIntl();
  const shown = useValueWords();
  const { fields, roles } = choices;
  const known = (useFields().data ?? []).map((field) => field.name);
  const fill = (column: string, field: string) =>
    choose({ ...choices, fields: { ...fields, [column]: field } });
  const left = Object.keys(fields).filter((column) => fields[column] === "");
  return (
    <>
      <Table variant="compact" aria-label={say("import.columns")}>
        <Thead>
          <Tr>
            <Th>{say("import.column")}</Th>
            <Th>{say("field.name")}</Th>
            <Th>{say("field.type")}</Th>
            <Th className="insights-number">{say("field.fill")}</Th>
            <Th>{say("import.samples")}</Th>
            <Th>{say("field.actions")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {columns
            .filter((column) => !left.includes(column.name))
            .map((column) => (
              <Tr key={column.name}>
                <Td dataLabel={say("import.column")}>{column.name}</Td>
                <Td dataLabel={say("field.name")}>
                  <TextInput
                    aria-label={say("import.fieldOf", { column: column.name })}
                    value={fields[column.name] ?? column.field}
                    onChange={(_event, field) => fill(column.name, field.trimStart() || column.field)}
                  />
                  {column.newField && <Label status="info">{say("import.newField")}</Label>}{" "}
                  <LooksLike
                    field={fields[column.name] === undefined ? lookAlike(column, columns, known) : undefined}
                    made={column.field}
                    take={(field) => fill(column.name, field)}
                  />
                  {column.role ? (
                    <Label>{say(`fieldRole.${column.role}`)}</Label>
                  ) : (
                    <FormSelect
                      aria-label={say("fieldRole.title", { field: column.field })}
                      value={roles[column.name] ?? ""}
                      onChange={(_event, role) => {
                        const { [column.name]: _before, ...others } = roles;
                        const chosen = role === "" ? others : { ...others, [column.name]: role as FieldRole };
                        choose({ ...choices, roles: chosen });
                      }}
                    >
                      <FormSelectOption value="" label={say("fieldRole.none")} />
                      <FormSelectOption value="EMAIL" label={say("fieldRole.EMAIL")} />
                      <FormSelectOption value="OPT_OUT" label={say("fieldRole.OPT_OUT")} />
                    </FormSelect>
                  )}
                </Td>
                <Td dataLabel={say("field.type")}>{say(`fieldType.${column.type}`)}</Td>
                <Td dataLabel={say("field.fill")} className="insights-number">
                  {intl.formatNumber(column.filled)}
                </Td>
                <Td dataLabel={say("import.samples")}>
                  {column.samples
                    .slice(0, 3)
                    .map((sample) => shown(sample, column.type))
                    .join(" · ")}
                </Td>
                <Td dataLabel={say("field.actions")}>
                  <Button
                    variant="link"
                    isInline
                    aria-label={say("import.leaveOutOf", { column: column.name })}
                    onClick={() => fill(column.name, "")}
                  >
                    {say("import.leaveOut")}
                  </Button>
                </Td>
              </Tr>
            ))}
        </Tbody>
      </Table>
      {left.map((column) => (
        <div key={column}>
          {say("import.leftOut", { column })}{" "}
          <Button
            variant="link"
            isInline
            onClick={() => {
              const { [column]: _left, ...others } = fields;
              choose({ ...choices, fields: others });
            }}
          >
            {say("action.undo")}
          </Button>
        </div>
      ))}
    </>
  );
}

interface LooksLikeProps {
  field: string | undefined;
  made: string;
  take: (field: string) => void;
}

/** Warns that there is a field of nearly the same name, and offers to fill that one. */
function LooksLike({ field, made, take }: LooksLikeProps) {
  const say = useText();
  return (
    field !== undefined && (
      <Alert
        variant="warning"
        isInline
        isPlain
        title={say("import.looksLike", { field, made })}
        actionLinks={
          <Button variant="link" isInline onClick={() => take(field)}>
            {say("import.fillInstead", { field })}
          </Button>
        }
      />
    )
  );
}
