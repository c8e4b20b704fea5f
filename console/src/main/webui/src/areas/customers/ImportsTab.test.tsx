import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Import } from "../../api/types";
import en from "../../lang/en.json";
import es from "../../lang/es.json";
import it_ from "../../lang/it.json";
import { showPage } from "../../testing/page";
import { ImportsTab } from "./ImportsTab";

const WORDS = { en, it: it_, es };

async function show(one: Partial<Import>, language: "en" | "it" | "es") {
  const requestedBy = { subject: "s", name: "Ada" };
  const known = {
    id: "1",
    requestedAt: "2026-01-01T00:00:00Z",
    requestedBy,
    questions: [],
    optedOut: 0,
    ...one,
  };
  showPage(<ImportsTab start={() => {}} />, { "/profile-imports": { items: [known] } }, { language });
  await screen.findByText("Ada");
}

it.each(["en", "it", "es"] as const)("says in %s that an import was stopped", async (language) => {
  await show({ status: "CANCELED", detail: "Somebody has stopped it." }, language);
  expect(screen.getByText(WORDS[language]["import.stopped"])).toBeInTheDocument();
  expect(screen.queryByText("Somebody has stopped it.")).toBeNull();
});

it.each(["en", "it", "es"] as const)("says in %s what an import wants to be confirmed", async (language) => {
  const detail = "300 of 400 profiles would be removed.";
  const questions = [{ confirm: "REMOVES_PROFILES" as const, detail }];
  await show({ status: "FAILED", questions, optedOut: 2, detail: "send with confirm=" }, language);
  const words = WORDS[language];
  expect(screen.getByText(new RegExp(words["import.confirm.REMOVES_PROFILES"]))).toBeInTheDocument();
  expect(screen.getByText(words["import.confirmAgain"])).toBeInTheDocument();
  expect(screen.getByText(/^2 (opt-outs|rifiuti|bajas)/)).toBeInTheDocument();
  expect(screen.getByText(detail)).toHaveAttribute("lang", "en");
  expect(screen.queryByText(/confirm=/)).toBeNull();
});

it("leaves what only the service knows in its language, and says which that is", async () => {
  await show({ status: "FAILED", detail: "No line has an id." }, "it");
  expect(screen.getByText("No line has an id.").closest("[lang]")).toHaveAttribute("lang", "en");
});
