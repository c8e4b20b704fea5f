import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { ExportActions } from "./ExportActions";
import { EditExportPage } from "./SetUpPage";

const ORIGINAL = {
  id: "1",
  displayName: "Newsletter",
  segmentIds: [],
  dataMatching: [],
  audienceMode: "TAG",
  schedule: { kind: "SYSTEM_REFRESH", times: [], days: [], nextFireTimes: [] },
  permissions: ["EDIT"],
  version: 1,
};

const CONNECTION = { id: "3", displayName: "Ours", type: "AUTOPILOT", status: "CONNECTED", missing: [] };

function show(kind: string, at = "/") {
  const copy = { ...ORIGINAL, id: "2", schedule: { ...ORIGINAL.schedule, kind } };
  showPage(
    <Routes>
      <Route path="/" element={<ExportActions export={ORIGINAL as never} />} />
      <Route path="/exports/:id/edit" element={<EditExportPage />} />
    </Routes>,
    { "/exports/1/duplicate": copy, "/exports/2": copy, "/connections": { items: [CONNECTION] } },
    { at },
  );
}

async function duplicate() {
  await userEvent.click(screen.getByRole("button"));
  await userEvent.click(await screen.findByRole("menuitem", { name: en["action.duplicate"] }));
  await screen.findByRole("heading", { name: en["export.edit"] });
}

it("says of a copy that it does not run by itself", async () => {
  show("OFF");
  await duplicate();
  expect(await screen.findByText(en["export.copyIsOff"])).toBeInTheDocument();
});

it("does not say so of one that does", async () => {
  show("DAILY");
  await duplicate();
  expect(await screen.findByLabelText(/^Display name/)).toBeInTheDocument();
  expect(screen.queryByText(en["export.copyIsOff"])).toBeNull();
});

it("does not say so of what is no copy", async () => {
  show("OFF", "/exports/2/edit");
  expect(await screen.findByLabelText(/^Display name/)).toBeInTheDocument();
  expect(screen.queryByText(en["export.copyIsOff"])).toBeNull();
});
