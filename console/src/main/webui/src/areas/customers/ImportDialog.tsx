import {
  Checkbox,
  Content,
  FormGroup,
  FormSelect,
  FormSelectOption,
  ModalBody,
  Progress,
  Radio,
} from "@patternfly/react-core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { PROFILES } from "../../api/segments";
import type { Confirmation, Import, ImportPreview } from "../../api/types";
import { usePreferences } from "../../app/preferences";
import { useText } from "../../lang/Texts";
import { Failure } from "../../ui/Failure";
import { Fields } from "../../ui/Fields";
import { Alert, Modal, ModalHeader } from "../../ui/patternfly";
import { useUnsaved } from "../../ui/unsaved";
import { columnOptions, NO_CHOICES } from "./ColumnsOfImport";
import { columnsOf, isIdUnclear, likelyId } from "./columns";
import { ImportButtons } from "./ImportButtons";
import { PreviewOfImport } from "./PreviewOfImport";
import { BY_ITSELF, ReadingOfImport, readingOptions } from "./ReadingOfImport";
import { type ImportOptions, upload } from "./upload";

/** Imports a file: first what would happen is shown, without changing anything; what is unusual has to be confirmed. */
export function ImportDialog({ close, started }: { close: () => void; started: () => void }) {
  const say = useText();
  const queries = useQueryClient();
  const { preferences } = usePreferences();
  const [file, setFile] = useState<File>();
  const [mode, setMode] = useState<"upsert" | "replace">("upsert");
  const [reading, setReading] = useState(BY_ITSELF);
  const [idColumn, setIdColumn] = useState("");
  const [columns, setColumns] = useState<string[]>([]);
  const [confirmed, setConfirmed] = useState<Confirmation[]>([]);
  const [choices, setChoices] = useState(NO_CHOICES);
  // What is shown is of before the columns were changed.
  const [outdated, setOutdated] = useState(false);
  const [share, setShare] = useState(0);
  const aborting = useRef(new AbortController());

  const options: ImportOptions = {
    mode,
    ...readingOptions(reading),
    idColumn,
    timeZone: preferences.timeZone,
    confirm: confirmed,
    ...columnOptions(choices),
  };
  const send = <T,>(path: string) => {
    aborting.current = new AbortController();
    setShare(0);
    return file
      ? upload<T>(path, file, options, setShare, aborting.current.signal)
      : Promise.reject(new Error("no file"));
  };
  const preview = useMutation({
    mutationFn: () => send<ImportPreview>("/profile-imports/preview"),
    onSuccess: () => setOutdated(false),
  });
  const start = useMutation({
    mutationFn: () => send<Import>("/profile-imports"),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: PROFILES });
      started();
    },
  });
  const isKnown = preview.data !== undefined && !outdated;
  const shown = isKnown ? (preview.data?.questions ?? []) : [];
  const open = shown.filter((question) => !confirmed.includes(question.confirm));
  const busy = preview.isPending || start.isPending;
  const changed = () => {
    preview.reset();
    start.reset();
    setConfirmed([]);
  };
  // Where the file is to be read otherwise, its names may not be what was found here.
  const isUnclear = isIdUnclear(columns) && reading.separator === "" && reading.skipLines === "";
  const findColumns = (of: File | undefined, skipped: string) =>
    void (of ? columnsOf(of, Number(skipped) || 0) : Promise.resolve([])).then((found) => {
      setColumns(found);
      setIdColumn(likelyId(found));
    });
  const { guard, leave } = useUnsaved(file !== undefined && !start.isSuccess);
  const giveUp = () => {
    aborting.current.abort();
    close();
  };
  const failure = start.error ?? preview.error;
  return (
    <Modal isOpen variant="large" onClose={() => leave(giveUp)} aria-labelledby="import-title">
      {guard}
      <ModalHeader title={say("import.title")} labelId="import-title" description={say("import.lead")} />
      <ModalBody>
        <Fields>
          {failure && failure.name !== "AbortError" && <Failure error={failure} />}
          <FormGroup label={say("import.file")} fieldId="import-file" isRequired>
            <input
              id="import-file"
              type="file"
              accept=".csv,.txt,.tsv,.ndjson,.jsonl"
              onChange={(event) => {
                const chosen = event.currentTarget.files?.[0];
                setFile(chosen);
                setChoices(NO_CHOICES);
                changed();
                findColumns(chosen, reading.skipLines);
              }}
            />
          </FormGroup>
          {columns.length > 0 && (
            <FormGroup label={say("import.idColumn")} fieldId="id-column">
              <FormSelect
                id="id-column"
                value={idColumn}
                onChange={(_event, value) => {
                  setIdColumn(value);
                  changed();
                }}
              >
                <FormSelectOption
                  value=""
                  label={say(isUnclear ? "import.chooseColumn" : "import.byItself")}
                />
                {columns.map((one) => (
                  <FormSelectOption key={one} value={one} label={one} />
                ))}
              </FormSelect>
            </FormGroup>
          )}
          <FormGroup role="radiogroup" label={say("import.mode")} fieldId="import-mode" isStack>
            {(["upsert", "replace"] as const).map((one) => (
              <Radio
                key={one}
                id={`mode-${one}`}
                name="mode"
                label={say(`import.mode.${one}`)}
                description={say(`import.mode.${one}.text`)}
                isChecked={mode === one}
                onChange={() => {
                  setMode(one);
                  changed();
                }}
              />
            ))}
          </FormGroup>
          <ReadingOfImport
            reading={reading}
            read={(how) => {
              setReading(how);
              changed();
              if (how.skipLines !== reading.skipLines) {
                findColumns(file, how.skipLines);
              }
            }}
          />
          {busy && <Progress title={say("import.sending")} value={share * 100} />}
          {preview.data && (
            <PreviewOfImport
              preview={preview.data}
              choices={choices}
              choose={(chosen) => {
                setChoices(chosen);
                setConfirmed([]);
                setOutdated(true);
              }}
            />
          )}
          {shown.map((question) => (
            <Alert
              key={question.confirm}
              variant="warning"
              isInline
              title={say(`import.confirm.${question.confirm}`)}
            >
              <Content component="small" lang="en">
                {question.detail}
              </Content>
              <Checkbox
                id={`confirm-${question.confirm}`}
                label={say("import.confirmIt")}
                isChecked={confirmed.includes(question.confirm)}
                onChange={(_event, yes) =>
                  setConfirmed(
                    yes
                      ? [...confirmed, question.confirm]
                      : confirmed.filter((one) => one !== question.confirm),
                  )
                }
              />
            </Alert>
          ))}
        </Fields>
      </ModalBody>
      <ImportButtons
        hasFile={file !== undefined}
        needsId={isUnclear && idColumn === ""}
        preview={isKnown ? preview.data : undefined}
        open={open[0]}
        isReplacing={mode === "replace"}
        isPreviewing={preview.isPending}
        isStarting={start.isPending}
        look={() => preview.mutate()}
        start={() => start.mutate()}
        cancel={() => leave(giveUp)}
      />
    </Modal>
  );
}
