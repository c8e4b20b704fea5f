import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { RunPreview } from "../../api/types";
import { showPage } from "../../testing/page";
import { PreviewFacts } from "./PreviewFacts";

const PREVIEW: RunPreview = {
  profiles: 30,
  eligible: 30,
  rejected: {},
  toAdd: 10,
  toUpdate: 0,
  unchanged: 20,
  toRemove: 70,
  joins: 0,
  leaves: 0,
  requests: 4,
  minutes: 0.1,
};

it.each(["TAG", "FIELD", "LIST"] as const)("says who is taken off where a segment is shown by %s", (mode) => {
  showPage(<PreviewFacts preview={PREVIEW} mode={mode} />, {});
  expect(screen.getByText("70 taken off every audience")).toBeInTheDocument();
  expect(screen.queryAllByText(/places (on lists|in audiences)/)).toHaveLength(mode === "LIST" ? 2 : 0);
  expect(screen.getByText(/about 4 requests and 1 minute\./)).toBeInTheDocument();
});

it("tells whose tag is taken off", () => {
  showPage(<PreviewFacts preview={{ ...PREVIEW, leaves: 25 }} mode="TAG" />, {});
  expect(screen.getByText("25 places in audiences ended")).toBeInTheDocument();
});
