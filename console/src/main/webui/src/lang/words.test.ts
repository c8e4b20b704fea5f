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

/** Only a fault of the pages themselves can cause them, or what is no page: they get the words of their kind. */
const NOBODYS = [
  "connection-not-usable",
  "headers-too-large",
  "idempotency-key-reused",
  "method-not-allowed",
  "not-acceptable",
  "not-implemented",
  "precondition-required",
  "unreadable-request",
  "unsupported-media-type",
  "uri-too-long",
];

it("has words for every problem that people can meet", () => {
  const documented = readFileSync(join(import.meta.dirname, "../../../../../../docs/problems.md"), "utf8");
  const types = [...documented.matchAll(/^\| `([a-z][a-z-]+)` \|/gm)].map(([, type]) => type);
  expect(types.length).toBeGreaterThan(50);
  expect(types.filter((type) => !(`problem.${type}` in en)).sort()).toEqual(NOBODYS);
});
