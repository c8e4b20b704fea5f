import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { ExportsPage } from "./ExportsPage";

function named(...names: string[]) {
  const items = names.map((displayName) => ({
    id: displayName,
    displayName,
    segmentIds: [],
    dataMatching: [],
    schedule: { kind: "OFF", nextFireTimes: [] },
    permissions: ["RUN"],
    version: 1,
  }));
  return { items };
}

it("keeps what is typed, and where, while the list of what was typed so far comes", async () => {
  let answer: (found: unknown) => void = () => {};
  const { asked } = showPage(<ExportsPage />, {
    "/exports": (request: Request) =>
      request.url.includes("q=")
        ? new Promise((found) => {
            answer = found;
          })
        : named("Newsletter", "Winter"),
  });
  const search = await screen.findByLabelText(en["list.search"]);
  await userEvent.type(search, "Win");
  await waitFor(() => expect(asked.at(-1)?.url).toContain("q=Win"));
  expect(screen.getByText("Newsletter")).toBeInTheDocument();
  await userEvent.type(search, "ter");
  expect(search).toHaveFocus();
  answer(named("Winter"));
  await waitFor(() => expect(asked.at(-1)?.url).toContain("q=Winter"));
  answer(named("Winter"));
  await waitFor(() => expect(screen.queryByText("Newsletter")).toBeNull());
  expect(screen.getByLabelText(en["list.search"])).toHaveValue("Winter");
});

it("does nothing with what was chosen on another page", async () => {
  const page = named("First", "Second");
  showPage(<ExportsPage />, {
    "/exports": (request: Request) =>
      request.url.includes("after=") ? named("Third") : { ...page, next: "/exports?after=x" },
  });
  await userEvent.click((await screen.findAllByRole("checkbox"))[1] as HTMLElement);
  expect(screen.getByRole("button", { name: "Schedule 1 export" })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: en["list.next"] }));
  await screen.findByText("Third");
  expect(screen.queryByRole("button", { name: /Schedule \d/ })).toBeNull();
});

it("has the next page before anybody turns to it", async () => {
  let turned = false;
  const { asked } = showPage(<ExportsPage />, {
    "/exports": (request: Request) =>
      request.url.includes("after=x")
        ? // What is asked again once it is shown may take its time.
          turned
          ? new Promise(() => {})
          : named("Third")
        : { ...named("First"), next: "/exports?after=x" },
  });
  await screen.findByText("First");
  await waitFor(() => expect(asked.at(-1)?.url).toContain("after=x"));
  await new Promise((resolve) => setTimeout(resolve));
  turned = true;
  await userEvent.click(screen.getByRole("button", { name: en["list.next"] }));
  expect(await screen.findByText("Third")).toBeInTheDocument();
});

it("looks at those of a status and a segment, and says so rather than that there are none", async () => {
  const { asked, router } = showPage(
    <ExportsPage />,
    { "/exports": { items: [] }, "/segments": { items: [{ id: "7", displayName: "Best" }] } },
    { at: "/exports?segmentId=7&status=SKIPPED&status=FAILED_PERMANENT" },
  );
  expect(await screen.findByText(en["list.nothingWithFilter"])).toBeInTheDocument();
  expect(screen.queryByText(en["export.empty"])).toBeNull();
  expect(asked[0]?.url).toMatch(/status=SKIPPED&status=FAILED_PERMANENT/);
  expect(await screen.findByText("Segment: Best")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: /^Clear(?! filters)/ }));
  await waitFor(() => expect(router.state.location.search).not.toContain("segmentId"));
  await userEvent.selectOptions(screen.getByLabelText(en["field.status"]), "");
  expect(await screen.findByText(en["export.empty"])).toBeInTheDocument();
});

it("says that a filter leaves nothing, and takes it away, however it came about", async () => {
  const { router } = showPage(
    <ExportsPage />,
    { "/exports": (request: Request) => (request.url.includes("status=") ? { items: [] } : named("One")) },
    { at: "/exports?status=SKIPPED&connectionId=7&q=o" },
  );
  expect(await screen.findByText(en["list.nothingWithBoth"])).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: en["list.clearFilters"] }));
  expect(await screen.findByText("One")).toBeInTheDocument();
  expect(router.state.location.search).toBe("?q=o");
});

it("goes back a step of searching and filtering at a time", async () => {
  const { router } = showPage(<ExportsPage />, { "/exports": named("One", "Two") }, { at: "/exports" });
  const search = await screen.findByLabelText(en["list.search"]);
  const shows = (address: string) => waitFor(() => expect(router.state.location.search).toBe(address));
  await userEvent.type(search, "T");
  await shows("?q=T");
  await userEvent.type(search, "w");
  await shows("?q=Tw");
  await userEvent.selectOptions(screen.getByLabelText(en["field.status"]), "SKIPPED");
  await shows("?q=Tw&status=SKIPPED");
  await act(() => router.navigate(-1));
  await shows("?q=Tw");
  await act(() => router.navigate(-1));
  await shows("");
  expect(search).toHaveValue("");
  await userEvent.type(search, "O");
  await shows("?q=O");
  expect(search).toHaveValue("O");
});
