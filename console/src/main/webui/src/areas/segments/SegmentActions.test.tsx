import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Segment } from "../../api/types";
import type { Language } from "../../app/preferences";
import en from "../../lang/en.json";
import it_ from "../../lang/it.json";
import { type Answers, refusal, showPage } from "../../testing/page";
import { SegmentActions } from "./SegmentActions";

function actionsOf(known: Partial<Segment>, language: Language = "en", answers: Answers = {}) {
  const segment = {
    id: "s",
    displayName: "Best",
    status: "ACTIVE",
    version: 1,
    permissions: ["EDIT", "REMOVE"],
    ...known,
  } as Segment;
  return showPage(<SegmentActions segment={segment} />, answers, { language });
}

const open = () => userEvent.click(screen.getByRole("button", { name: "More actions for Best" }));

it("does not say that no export sends it when that is not known", async () => {
  actionsOf({ size: undefined, exportCount: undefined });
  await open();
  await userEvent.click(await screen.findByText(en["action.remove"]));
  expect(await screen.findByText(/not known right now/)).toHaveTextContent("It has not been refreshed yet.");
});

it("asks before it stops exports, and only then", async () => {
  const { asked } = actionsOf({ size: 3, exportCount: 12 });
  await open();
  await userEvent.click(await screen.findByText(en["segment.deactivate"]));
  expect(await screen.findByText(/12 exports send it/)).toBeInTheDocument();
  expect(asked).toHaveLength(0);
  await userEvent.click(screen.getByRole("button", { name: en["segment.deactivate"] }));
  await waitFor(() => expect(asked.map((one) => one.method)).toContain("PATCH"));
});

it("does not ask where nothing depends on it", async () => {
  const { asked } = actionsOf({ size: 3, exportCount: 0 });
  await open();
  await userEvent.click(await screen.findByText(en["segment.deactivate"]));
  await waitFor(() => expect(asked.map((one) => one.method)).toContain("PATCH"));
});

it("names a copy in the person's language", async () => {
  const { asked } = actionsOf({ size: 3 }, "it");
  await userEvent.click(screen.getByRole("button", { name: /Best/ }));
  await userEvent.click(await screen.findByText(it_["action.duplicate"]));
  await waitFor(() => expect(asked.map((one) => one.method)).toContain("POST"));
  expect(await asked.find((one) => one.method === "POST")?.json()).toEqual({ displayName: "Copia di Best" });
});

it("says what uses a segment that cannot be removed, with the way there", async () => {
  const usedBy = [
    { kind: "SEGMENT", id: "s2", displayName: "Better" },
    { kind: "EXPORT", id: "e1", displayName: "Newsletter" },
  ];
  actionsOf({ size: 3 }, "it", { "/segments": () => refusal(409, "segment-in-use", { usedBy }) });
  await userEvent.click(screen.getByRole("button", { name: /Best/ }));
  await userEvent.click(await screen.findByText(it_["action.remove"]));
  await userEvent.click(await screen.findByRole("button", { name: it_["action.remove"] }));
  expect(await screen.findByRole("link", { name: "Better" })).toHaveAttribute("href", "/segments/s2");
  expect(screen.getByRole("link", { name: "Newsletter" })).toHaveAttribute("href", "/exports/e1");
});
