import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { PreferencesProvider, usePreferences } from "./preferences";

function Chooser() {
  const { change } = usePreferences();
  return (
    <button type="button" onClick={() => change({ language: "es" })}>
      es
    </button>
  );
}

it("tells the sign-in page which language was chosen", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  const told = vi.spyOn(document, "cookie", "set");
  render(
    <PreferencesProvider>
      <Chooser />
    </PreferencesProvider>,
  );
  expect(told).toHaveBeenLastCalledWith(expect.stringContaining("insights_language=en; Path=/console/"));
  await userEvent.click(screen.getByRole("button"));
  expect(told).toHaveBeenLastCalledWith(expect.stringContaining("insights_language=es; Path=/console/"));
});
