import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Connection } from "../../api/types";
import en from "../../lang/en.json";
import { showPage } from "../../testing/page";
import { MissingParts } from "./MissingParts";

const EXPORT_USER = { subject: "s", name: "ada", at: "2026-01-01T00:00:00Z" };

function shown(connection: Partial<Connection>) {
  showPage(
    <MissingParts
      connection={{ missing: ["EXPORT_USER"], ...connection } as Connection}
      open={() => {}}
      become={() => {}}
      isBecoming={false}
    />,
    {},
  );
}

it.each([
  ["DISABLED", "ada, the export user, is disabled at the identity provider."],
  ["GONE", "ada, the export user, is no longer at the identity provider."],
  ["NOT_ADMINISTRATOR", "ada, the export user, is no longer an administrator."],
] as const)("says who lends their name no more, and why, with what mends it: %s", async (lapse, text) => {
  shown({ exportUser: { ...EXPORT_USER, lapse } });
  expect(await screen.findByText(new RegExp(text))).toBeVisible();
  expect(screen.getByRole("button", { name: en["connection.addExportUser"] })).toBeVisible();
});

it("says that there is nobody where there is nobody", async () => {
  shown({});
  expect(await screen.findByText(new RegExp(en["connection.missing.EXPORT_USER"]))).toBeVisible();
});
