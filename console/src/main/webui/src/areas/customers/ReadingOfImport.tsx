import { ExpandableSection, FormGroup, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useText } from "../../lang/Texts";
import { TextField } from "../../ui/TextField";
import type { ImportOptions } from "./upload";

const SEPARATORS = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;
const LOCALES = ["en-US", "en-GB", "it-IT", "es-ES", "de-DE", "fr-FR"];

/** How a file is written, as far as somebody says it; what is empty the service finds out. */
export interface Reading {
  separator: keyof typeof SEPARATORS | "";
  /** How many lines are before the names of the columns. */
  skipLines: string;
  locale: string;
  charset: string;
}

export const BY_ITSELF: Reading = { separator: "", skipLines: "", locale: "", charset: "" };

/** The same as the API has it. */
export function readingOptions({ separator, skipLines, locale, charset }: Reading): ImportOptions {
  return { separator: separator && SEPARATORS[separator], skipLines, locale, charset };
}

/** Where somebody says how a file is to be read. */
export function ReadingOfImport({ reading, read }: { reading: Reading; read: (reading: Reading) => void }) {
  const say = useText();
  return (
    <ExpandableSection toggleText={say("import.reading")}>
      <FormGroup label={say("import.separator")} fieldId="separator">
        <FormSelect
          id="separator"
          value={reading.separator}
          onChange={(_event, value) => read({ ...reading, separator: value as Reading["separator"] })}
        >
          <FormSelectOption value="" label={say("import.byItself")} />
          {(Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[]).map((name) => (
            <FormSelectOption key={name} value={name} label={say(`import.separator.${name}`)} />
          ))}
        </FormSelect>
      </FormGroup>
      <TextField
        id="skip-lines"
        label={say("import.skipLines")}
        type="number"
        min={0}
        max={1000}
        placeholder="0"
        value={reading.skipLines}
        change={(value) => read({ ...reading, skipLines: value })}
      />
      <FormGroup label={say("import.locale")} fieldId="locale">
        <FormSelect
          id="locale"
          value={reading.locale}
          onChange={(_event, value) => read({ ...reading, locale: value })}
        >
          <FormSelectOption value="" label={say("import.byItself")} />
          {LOCALES.map((one) => (
            <FormSelectOption key={one} value={one} label={say("import.localeLike", { locale: one })} />
          ))}
        </FormSelect>
      </FormGroup>
      <TextField
        id="charset"
        label={say("import.charset")}
        placeholder="UTF-8"
        value={reading.charset}
        change={(value) => read({ ...reading, charset: value })}
      />
    </ExpandableSection>
  );
}
