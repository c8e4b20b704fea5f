/** Of a file only its beginning is looked at here; all of it is read by the service. */
const BEGINNING = 65_536;
const SEPARATORS = [",", ";", "\t", "|"];

/** What the service takes for the id without being told. */
const USUAL = "profileId";
const LIKELY = [
  /^(customer|client|contact|user|person|profile|member)[ _-]?(id|no|number|key)$/i,
  /^id$/i,
  /[ _-]id$/i,
];

/** The columns of a file as its first line names them; none where that cannot be told. */
export async function columnsOf(file: File): Promise<string[]> {
  return columnsIn(await file.slice(0, BEGINNING).text());
}

export function columnsIn(beginning: string): string[] {
  const line = beginning.replace(/^\uFEFF/, "").split(/\r?\n|\r/, 1)[0] ?? "";
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

/** The column that most likely says who somebody is; empty when the service finds it by itself, or nothing is likely. */
export function likelyId(columns: string[]): string {
  if (columns.includes(USUAL)) {
    return "";
  }
  for (const likely of LIKELY) {
    const found = columns.find((column) => likely.test(column));
    if (found !== undefined) {
      return found;
    }
  }
  return "";
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
