import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../testing/page";
import { ExportPage } from "./ExportPage";

it("tells what stands for a segment at the destination, which may be called otherwise", async () => {
  showPage(<ExportPage />, {
    "/exports": {
      id: "e",
      displayName: "Newsletter",
      segmentIds: ["s"],
      dataMatching: [],
      audienceMode: "TAG",
      audiences: [{ segmentId: "s", name: "Customers (2)" }],
      schedule: { kind: "OFF", nextFireTimes: [] },
      permissions: ["RUN"],
      version: 1,
    },
    "/segments": { items: [{ id: "s", displayName: "Customers" }] },
  });
  expect(await screen.findByText("Customers → Customers (2)")).toBeInTheDocument();
});
