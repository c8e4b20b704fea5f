import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { ImportPreview } from "../../api/types";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { ImportButtons } from "./ImportButtons";

const PREVIEW = { received: 12, rejected: 2, questions: [] } as unknown as ImportPreview;
const QUESTION = { confirm: "REMOVES_PROFILES", detail: "" } as ImportPreview["questions"][number];

function show(given: Partial<Parameters<typeof ImportButtons>[0]>) {
  const deeds = { look: vi.fn(), start: vi.fn(), cancel: vi.fn() };
  showPage(
    <>
      <input type="checkbox" id="confirm-REMOVES_PROFILES" aria-label="yes" />
      <ImportButtons
        hasFile
        needsId={false}
        preview={PREVIEW}
        open={undefined}
        isReplacing={false}
        isPreviewing={false}
        isStarting={false}
        {...deeds}
        {...given}
      />
    </>,
    {},
  );
  const [look, start] = screen.getAllByRole("button") as [HTMLElement, HTMLElement];
  return { deeds, look, start };
}

it.each([undefined, PREVIEW])(
  "has the button that shows and the one that imports at one place: %j",
  async (preview) => {
    const { deeds, look, start } = show({ preview });
    expect(look).toHaveAccessibleName(en["import.preview"]);
    expect(start).toHaveTextContent(/^Import/);
    await userEvent.click(look);
    expect(deeds.look).toHaveBeenCalled();
    expect(deeds.start).not.toHaveBeenCalled();
  },
);

it.each([
  [{ hasFile: false, preview: undefined }, "First choose a file."],
  [{ needsId: true, preview: undefined }, en["import.first.id"]],
  [{ preview: undefined }, "First look at what would happen."],
  [{ preview: { ...PREVIEW, received: 0, rejected: 0 } }, en["import.noCustomers"]],
  [{ open: QUESTION }, `First confirm: ${en["import.confirm.REMOVES_PROFILES"]}.`],
])("says why nothing can be imported yet: %#", (given, why) => {
  const { start } = show(given);
  expect(start).toBeDisabled();
  expect(start).toHaveAccessibleDescription(why);
});

it("leads to what is to be confirmed, and imports when nothing is left", async () => {
  show({ open: QUESTION, isReplacing: true });
  await userEvent.click(screen.getByRole("button", { name: en["import.toQuestion"] }));
  expect(screen.getByLabelText("yes")).toHaveFocus();
});

it("imports when nothing is left to be confirmed", async () => {
  const { deeds, start } = show({});
  expect(start).toHaveAccessibleName("Import 10 customers");
  await userEvent.click(start);
  expect(deeds.start).toHaveBeenCalled();
});
