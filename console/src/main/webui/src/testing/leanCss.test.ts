import { expect, it } from "vitest";
import { leanCss } from "../../scripts/lean-css.mjs";

interface Plugin {
  generateBundle: { handler: (options: unknown, bundle: Record<string, unknown>) => void };
}

/** What is left of a style sheet where the scripts name these components. */
function left(source: string, ...components: string[]): string {
  const style = { type: "asset", fileName: "assets/style-12345678.css", source };
  const script = { type: "chunk", fileName: "assets/a.js", code: components.join(" ") };
  (leanCss() as unknown as Plugin).generateBundle.handler({}, { style, script });
  return style.source;
}

it.each([
  // Kinds that we have not, wherever the selector names them.
  [".pf-m-grid-lg.pf-v6-c-table{a:b}", ""],
  [".pf-v6-c-table.pf-m-grid-md{a:b}", ".pf-v6-c-table.pf-m-grid-md{a:b}"],
  [".pf-v6-theme-high-contrast .pf-v6-c-table{a:b}", ""],
  // Of a list those that can be there; of alternatives one is enough.
  [".pf-v6-c-table,.pf-v6-c-compass{a:b}", ".pf-v6-c-table{a:b}"],
  [":is(.pf-v6-c-compass,.pf-v6-c-table) b{a:b}", ":is(.pf-v6-c-compass,.pf-v6-c-table) b{a:b}"],
  [":is(.pf-v6-c-compass,.pf-v6-c-page__dock) b{a:b}", ""],
  [":where(.pf-v6-c-table):is(:hover,:focus){a:b}", ":where(.pf-v6-c-table):is(:hover,:focus){a:b}"],
  // What is excluded need not be there.
  [".pf-v6-c-table:not(.pf-m-grid-lg){a:b}", ".pf-v6-c-table:not(.pf-m-grid-lg){a:b}"],
  // One component's name begins another's.
  [".pf-v6-c-menu-toggle.pf-m-expanded{a:b}", ".pf-v6-c-menu-toggle.pf-m-expanded{a:b}"],
  ["@media (min-width:1px){.pf-v6-c-compass{a:b}}", ""],
])("leaves of %s what a page can use", (source, wanted) => {
  expect(left(source, "pf-v6-c-table", "pf-v6-c-menu-toggle", "pf-v6-c-page")).toBe(wanted);
});

it("leaves no variable that nothing reads", () => {
  expect(left(":root{--pf-a:1;--pf-b:var(--pf-a);--pf-c:2}c{d:var(--pf-c)}")).toBe(
    ":root{--pf-c:2}c{d:var(--pf-c)}",
  );
});
