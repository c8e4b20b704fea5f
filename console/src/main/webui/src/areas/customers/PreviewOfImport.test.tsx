import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import type { ImportPreview } from "../../api/types";
import { showPage } from "../../testing/page";
import { NO_CHOICES } from "./ColumnsOfImport";
import { PreviewOfImport } from "./PreviewOfImport";

const NOTHING: ImportPreview = {
  charset: "UTF-8",
  received: 3,
  inserted: 3,
  updated: 0,
  unchanged: 0,
  removed: 0,
  rejected: 0,
  rejectedValues: 0,
  optedOut: 0,
  optOutsEnded: 0,
  optOutsUnreadable: 0,
  columns: [],
  remarks: [],
  rejections: [],
  questions: [],
};

function show(preview: Partial<ImportPreview>, language: "en" | "it" = "en") {
  const shown = (
    <PreviewOfImport preview={{ ...NOTHING, ...preview }} choices={NO_CHOICES} choose={() => {}} />
  );
  showPage(shown, {}, { language });
}

function Twice() {
  const [preview, setPreview] = useState(NOTHING);
  return (
    <>
      <PreviewOfImport preview={preview} choices={NO_CHOICES} choose={() => {}} />
      <button type="button" onClick={() => setPreview({ ...NOTHING, optedOut: 1 })}>
        again
      </button>
    </>
  );
}

it("takes whoever looked to what would happen, each time", async () => {
  showPage(<Twice />, {});
  expect(screen.getByRole("status")).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "again" }));
  expect(screen.getByRole("status")).toHaveFocus();
  expect(screen.getByRole("status")).toHaveTextContent(/1 customer would be opted out/);
});

it.each([
  [{ optOutsEnded: 2 }, "2 people who opted out would get mail again"],
  [{ optOutsUnreadable: 1 }, /1 value says neither yes nor no/],
  [{ received: 0, inserted: 0 }, "The file has no customers."],
])("warns of %j", (given, words) => {
  show(given);
  expect(within(screen.getByRole("status")).getByText(words)).toBeInTheDocument();
  expect(screen.queryAllByText(/^0 lines/)).toEqual([]);
});

const COLUMN = { filled: 1, newField: false };

it("shows samples as the person writes such values", () => {
  show(
    {
      columns: [
        { ...COLUMN, name: "a", field: "a", type: "number", samples: [12500.5, 7] },
        { ...COLUMN, name: "b", field: "b", type: "boolean", samples: [true, false] },
        { ...COLUMN, name: "c", field: "c", type: "date", samples: ["2026-03-01"] },
        { ...COLUMN, name: "d", field: "d", type: "datetime", samples: ["2026-03-01T08:05:00Z"] },
        { ...COLUMN, name: "e", field: "e", type: "string", samples: ["2026-03-01", "1500.5"] },
      ],
    },
    "it",
  );
  for (const words of [
    "12.500,5 · 7",
    "sì · no",
    "1 mar 2026",
    "1 mar 2026, 08:05:00",
    "2026-03-01 · 1500.5",
  ]) {
    expect(screen.getByText(words)).toBeInTheDocument();
  }
});

it("names no column where a remark has none", () => {
  show({
    remarks: [
      { code: "NOTATION_TAKEN", detail: "numbers were read as in 1.234,5" },
      { code: "MOST_OPT_OUT", detail: "30 of 40 lines opt somebody out" },
    ],
  });
  expect(screen.getByText(/^How numbers or dates are written/)).toBeInTheDocument();
  expect(screen.getByText(/^Most lines of the file/)).toBeInTheDocument();
  expect(screen.queryByText(/–:/)).toBeNull();
});
