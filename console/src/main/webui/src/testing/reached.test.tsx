import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Consent } from "../areas/connections/Consent";
import en from "../lang/en.json";
import es from "../lang/es.json";
import it_ from "../lang/it.json";
import { PageFrame } from "../ui/PageFrame";
import { UsedBy } from "../ui/UsedBy";
import { showPage } from "./page";

const SOURCE = join(import.meta.dirname, "..");
const PAGES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".tsx") && !name.includes(".test."))
  .map((name) => readFileSync(join(SOURCE, name), "utf8"));
const BUTTON = /<Button\b((?:(?!<Button\b)[\s\S])*?)>\s*\{say\("([\w.]+)"\)\}\s*<\/Button>/g;

/** Of each button with a name of its own: that, and what is to be seen of it. */
function named(): [string, string][] {
  return PAGES.flatMap((page) => [...page.matchAll(BUTTON)]).flatMap(([, given, seen]) => {
    const name = given?.match(/aria-label=\{say\("([\w.]+)"/)?.[1];
    return name && seen ? [[name, seen] as [string, string]] : [];
  });
}

it("is called as it is seen by whoever says what to press", () => {
  expect(named().length).toBeGreaterThan(3);
  const others = named().flatMap(([name, seen]) =>
    [en, es, it_]
      .map((words) => words as Record<string, string>)
      .filter((words) => !words[name]?.startsWith(words[seen] ?? ""))
      .map((words) => `${words[name]} / ${words[seen]}`),
  );
  expect(others).toEqual([]);
});

it("leaves out no level of headings where somebody agrees", async () => {
  showPage(
    <PageFrame title="Connect">
      <Consent type="AUTOPILOT" agreed={undefined} agree={() => {}} />
    </PageFrame>,
    { "/consent-texts": { version: 1, language: "en", title: "Privacy", text: "…", sha256: "x" } },
  );
  await screen.findByText("Privacy");
  expect(screen.getAllByRole("heading").map((heading) => heading.tagName)).toEqual(["H1", "H2"]);
});

it("has room for a finger on links below one another", () => {
  const style = document.createElement("style");
  style.textContent = readFileSync(join(SOURCE, "ui/insights.css"), "utf8");
  document.head.append(style);
  const usedBy = [{ id: "1", displayName: "Newsletter" }];
  showPage(<UsedBy problem={{ usedBy } as never} />, {});
  const { display, minBlockSize } = getComputedStyle(screen.getByRole("link"));
  expect([display, minBlockSize]).toEqual(["inline-block", "24px"]);
  style.remove();
});
