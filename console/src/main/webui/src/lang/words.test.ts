import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import en from "./en.json";
import es from "./es.json";
import it_ from "./it.json";

const SOURCE = join(import.meta.dirname, "..");

function sources(): string {
  return readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated") && !name.includes(".test."))
    .map((name) => readFileSync(join(SOURCE, name), "utf8"))
    .join("\n");
}

it("has no text that nobody says", () => {
  const text = sources();
  // A name is written out, or put together: `run.status.${…}`, `problem.${…}.help`.
  const open = [...text.matchAll(/`([a-zA-Z.]+)\.\$\{[^}]*\}([a-zA-Z.]*)`/g)].map(
    ([, before, after]) => new RegExp(`^${before}\\.[^.]+${after}(\\.help)?$`),
  );
  const unsaid = Object.keys(en).filter(
    (id) => !text.includes(`"${id}"`) && !open.some((one) => one.test(id)),
  );
  expect(unsaid).toEqual(
    ["problem.unavailable.help", "problem.internal-error.help", "problem.refused.help"].filter((id) =>
      unsaid.includes(id),
    ),
  );
});

it("uses the words that were decided", () => {
  expect([en, it_, es].map((words) => words["connection.addExportUser"])).toEqual([
    "Add yourself as export user",
    "Aggiungi te stesso come utente dell''esportazione",
    "Agregarse como usuario de exportación",
  ]);
  expect([it_["export.detach"], es["export.detach"]]).toEqual([
    "Scollega la connessione",
    "Desasociar la conexión",
  ]);
});
