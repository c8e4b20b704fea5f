/** Of a file only its beginning is looked at here; all of it is read by the service. */
const BEGINNING = 65_536;
const SEPARATORS = [",", ";", "\t", "|"];

/** What the service takes for the id without being told. */
const USUAL = "profileId";

/** What such columns are called, most telling first: in small letters without accents, what is no letter or digit a space. */
const LIKELY = [
  /^(customer|client|contact|subscriber|user|person|profile|member) ?(id|no|nr|number|key|code)$/,
  /^kunden? ?(id|nr|no|nummer)$|^kunnr$/,
  /^(id|cod|codice|codigo|n|no|nr|num|numero) ?(de |del |della |di )?(cliente|contatto|contacto|utente|usuario|persona)$/,
  /^(cliente|contatto|contacto|utente|usuario) ?(id|nr|no|numero|codice|codigo)$/,
  /^id$/,
  /^(codice|codigo)$/,
  / id$/,
  // A mail tool mostly has no other id than the address.
  /^(primary )?e? ?mail( ?(address|adresse))?( 1)?( value)?$/,
  /^(indirizzo|direccion) (di |de )?(e ?mail|posta elettronica|correo( electronico)?)$/,
  /^(posta elettronica|correo( electronico)?)$/,
];

/** The columns of a file as its first line names them, or one after it; none where that cannot be told. */
export async function columnsOf(file: File, skipped = 0): Promise<string[]> {
  return columnsIn(await file.slice(0, BEGINNING).text(), skipped);
}

export function columnsIn(beginning: string, skipped = 0): string[] {
  const line = beginning.replace(/^\uFEFF/, "").split(/\r?\n|\r/, skipped + 1)[skipped] ?? "";
  if (line.startsWith("{")) {
    try {
      return Object.keys(JSON.parse(line) as object);
    } catch {
      return [];
    }
  }
  const counted = SEPARATORS.map((separator) => ({ separator, cells: cells(line, separator) }));
  const best = counted.reduce((most, one) => (one.cells.length > most.cells.length ? one : most));
  return best.cells.filter((name) => name !== "" && !name.includes("\uFFFD"));
}

/** Whether the service cannot find the id by itself: there are columns, none is called as it should, and nothing is likely either. */
export function isIdUnclear(columns: string[]): boolean {
  return columns.length > 1 && !columns.includes(USUAL) && likelyId(columns) === "";
}

/** The column that most likely says who somebody is; empty when the service finds it by itself, or nothing is likely. */
export function likelyId(columns: string[]): string {
  if (columns.includes(USUAL)) {
    return "";
  }
  for (const likely of LIKELY) {
    const found = columns.find((column) => likely.test(plain(column)));
    if (found !== undefined) {
      return found;
    }
  }
  return "";
}

function plain(column: string): string {
  return column
    .replace(/[º°]/g, " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = "";
  let quoted = false;
  for (const character of line) {
    if (character === '"') {
      quoted = !quoted;
    } else if (character === separator && !quoted) {
      found.push(cell.trim());
      cell = "";
    } else {
      cell += character;
    }
  }
  return [...found, cell.trim()];
}
