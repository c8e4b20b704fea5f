import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { expect, it } from "vitest";
import { ConnectionsPage } from "../areas/connections/ConnectionsPage";
import { CustomersPage } from "../areas/customers/CustomersPage";
import { ExportsPage } from "../areas/exports/ExportsPage";
import { SegmentsPage } from "../areas/segments/SegmentsPage";
import en from "../lang/en.json";
import { showPage } from "../testing/page";
import { keepFocus } from "./focusKeeper";

const ONE = {
  displayName: "Winter",
  version: 1,
  segmentIds: [],
  dataMatching: [],
  attributes: {},
  schedule: { kind: "OFF", nextFireTimes: [] },
  permissions: ["REMOVE"],
  status: "ACTIVE",
  missing: [],
  exportCount: 0,
  totals: {},
};

/** Answers with what is there as long as it is not removed. */
function answersOf(path: string) {
  const more = path === "/connections" ? { status: "CONNECTED", type: "ORTTO", endpoint: "x" } : {};
  let items = ["7", "8"].map((id) => ({ ...ONE, ...more, id, profileId: id }));
  return {
    [path]: (request: Request) => {
      if (request.method === "DELETE") {
        items = items.filter((one) => !request.url.includes(`/${one.id}`));
      }
      return { items };
    },
    "/profiles/overview": { profiles: 2 },
  };
}

async function removeFirst() {
  const [more] = await screen.findAllByRole("button", { name: /^More actions|^Remove: |^Erase.*: 7/ });
  await userEvent.click(more as HTMLElement);
  const item = screen.queryByRole("menuitem", { name: en["action.remove"] });
  if (item) {
    await userEvent.click(item);
  }
  const dialog = await screen.findByRole("dialog");
  const typed = within(dialog).queryByRole("textbox");
  if (typed) {
    await userEvent.type(typed, "7");
  }
  const deed = within(dialog).getByRole("button", { name: /^(Remove|Erase)/ });
  await waitFor(() => expect(deed).toBeEnabled());
  await userEvent.click(deed);
}

it.each([
  ["/exports", "/exports", <ExportsPage key="x" />, "Winter was removed."],
  ["/segments", "/segments", <SegmentsPage key="x" />, "Winter was removed."],
  ["/connections", "/connections", <ConnectionsPage key="x" />, "Winter was removed."],
  ["/customers", "/profiles", <CustomersPage key="x" />, "7 was erased."],
] as [string, string, ReactElement, string][])(
  "says at %s what was removed, and goes on from the heading",
  async (at, path, page, words) => {
    const end = keepFocus();
    const address = `${at}?q=w&tab=profiles`;
    const { router } = showPage(page, answersOf(path), { at: address });
    await removeFirst();
    expect(await screen.findByText(words)).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryAllByRole("button", { name: /^More actions|^Remove: |^Erase/ })).toHaveLength(1),
    );
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
    expect(router.state.location.pathname + router.state.location.search).toBe(address);
    end();
  },
);
