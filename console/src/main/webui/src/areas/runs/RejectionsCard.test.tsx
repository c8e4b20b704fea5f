import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Run } from "../../api/types";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { Phases } from "./Phases";
import { RejectionsCard } from "./RejectionsCard";

const RUN = {
  id: "r",
  exportId: "e",
  status: "PROCESSING",
  phase: "UPSERT",
  progress: { done: 1, total: 10, slowed: { requestsPerSecond: 2.5, detail: "English" } },
  totals: { rejected: 100_000 },
} as unknown as Run;

it("searches all rejections, not those of the page", async () => {
  const { asked, router } = showPage(<RejectionsCard run={RUN} />, {
    "/exports/e/runs/r/rejections": (request: Request) => ({
      counts: [{ reason: "NO_EMAIL", profiles: 100_000 }],
      items: [{ profileId: request.url.includes("q=c-9") ? "c-99999" : "c-00001", reason: "NO_EMAIL" }],
      next: "/exports/e/runs/r/rejections?after=x",
    }),
  });
  await screen.findByText("c-00001");
  await userEvent.type(screen.getByLabelText(en["run.searchId"]), "c-9");
  expect(await screen.findByText("c-99999")).toBeInTheDocument();
  expect(screen.queryByText("c-00001")).toBeNull();
  expect(screen.getByLabelText(en["run.searchId"])).toHaveFocus();
  await userEvent.selectOptions(screen.getByLabelText(en["run.byReason"]), "NO_EMAIL");
  await waitFor(() => expect(asked.at(-1)?.url).toMatch(/reason=NO_EMAIL/));
  expect(asked.at(-1)?.url).toContain("q=c-9");
  expect(router.state.location.search).toBe("?q=c-9&reason=NO_EMAIL");
});

it("says that a run is slowed in the person's language", async () => {
  showPage(<Phases run={RUN} />, {});
  expect(await screen.findByText(/fewer requests: 2.5 a second/)).toBeInTheDocument();
});
