import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { act, createEvent, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { AuditPage } from "../areas/audit/AuditPage";
import en from "../lang/en.json";
import { showPage } from "../testing/page";
import { Fields } from "./Fields";

const SOURCES = join(import.meta.dirname, "..");

it("loads nothing anew on Enter", () => {
  showPage(
    <Fields aria-label="fields">
      <input aria-label="field" />
    </Fields>,
    {},
  );
  const submit = createEvent.submit(screen.getByRole("form"));
  fireEvent(screen.getByRole("form"), submit);
  expect(submit.defaultPrevented).toBe(true);
});

it("is what every form is that does not say what Enter does", () => {
  const forms = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && !file.endsWith(".test.tsx"))
    .flatMap((file) =>
      [...readFileSync(join(SOURCES, file), "utf8").matchAll(/<[Ff]orm\b[\s\S]*?[^=]>/g)].map((tag) => ({
        file,
        tag: tag[0],
      })),
    );
  expect(forms.length).toBeGreaterThan(3);
  expect(forms.filter(({ tag }) => !tag.includes("onSubmit"))).toEqual([]);
});

it("looks for whom is written when Enter is pressed", async () => {
  const { router } = showPage(<AuditPage />, {});
  await userEvent.type(screen.getByLabelText(en["audit.bySubject"]), "ada{Enter}");
  await waitFor(() => expect(router.state.location.search).toBe("?by=ada"));
  expect(screen.getByLabelText(en["audit.bySubject"])).toHaveFocus();
  await act(() => router.navigate(-1));
  expect(screen.getByLabelText(en["audit.bySubject"])).toHaveValue("");
});
