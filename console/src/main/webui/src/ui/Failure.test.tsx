import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { EditSegmentPage } from "../areas/segments/EditSegmentPage";
import en from "../lang/en.json";
import { refusal, showPage } from "../testing/page";
import { ConfirmDialog } from "./ConfirmDialog";

const SEGMENT = {
  id: "7",
  displayName: "Best",
  rule: { all: [{ field: "city", op: "eq", value: "Roma" }] },
  timeZone: "UTC",
  permissions: ["EDIT"],
};

function showSegment(refused: () => Response) {
  return showPage(<EditSegmentPage />, {
    "/profiles/fields": { items: [{ name: "city", type: "string" }] },
    "/segments": (request: Request) => {
      if (request.method === "PATCH") {
        return refused();
      }
      return new URL(request.url).pathname.endsWith("/segments") ? { items: [] } : SEGMENT;
    },
    "/segments/preview": { count: 1, profiles: 2, profileIds: [] },
  });
}

it.each([
  ["name-taken", []],
  ["validation-failed", [{ pointer: "/displayName", detail: "too long" }]],
])("goes to the field that is wrong: %s", async (type, errors) => {
  showSegment(() => refusal(422, type, { errors }));
  await userEvent.click(await screen.findByRole("button", { name: en["action.save"] }));
  expect(await screen.findByRole("alert")).toBeInTheDocument();
  expect(screen.getByLabelText(new RegExp(en["field.displayName"]))).toHaveFocus();
});

it("goes to what is said where no field is wrong, each time it fails", async () => {
  showSegment(() => refusal(503, "unavailable"));
  const save = await screen.findByRole("button", { name: en["action.save"] });
  for (let attempt = 0; attempt < 2; attempt++) {
    await userEvent.click(save);
    expect(await screen.findByRole("alert")).toHaveFocus();
    expect(screen.getByRole("alert")).toHaveTextContent(en["problem.unavailable"]);
  }
});

it("goes there in a dialog too", async () => {
  const act = () => Promise.reject(new Error("refused"));
  showPage(
    <ConfirmDialog title="Ask" action="Do it" act={act} done={() => {}} close={() => {}}>
      text
    </ConfirmDialog>,
    {},
  );
  await userEvent.click(screen.getByRole("button", { name: "Do it" }));
  expect(await screen.findByRole("alert")).toHaveFocus();
});
