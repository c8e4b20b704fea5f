import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Run } from "../../api/types";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { Phases } from "./Phases";

function ended(joined: number): Run {
  const totals = {
    contactsUpserted: 70,
    contactsUnchanged: 0,
    membershipsJoined: joined,
    membershipsLeft: 3,
    rejected: 0,
    requests: 4,
  };
  return { status: "SUCCESSFUL", phase: "UPSERT", progress: { done: 0, total: 0 }, totals } as unknown as Run;
}

it.each([
  ["TAG", 0, false],
  ["FIELD", 0, false],
  ["LIST", 0, true],
  // The run was by list, the export is not any more.
  ["TAG", 70, true],
] as const)("with %s and %s put on lists it tells of lists: %s", (mode, joined, told) => {
  showPage(<Phases run={ended(joined)} mode={mode} />, {});
  expect(screen.queryAllByText(en["run.joined"])).toHaveLength(told ? 1 : 0);
  expect(screen.queryAllByText(en["run.phase.JOIN"])).toHaveLength(told ? 1 : 0);
  expect(screen.getByText(en["run.left"])).toBeInTheDocument();
});
