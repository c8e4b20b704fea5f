import type { RouteObject } from "react-router";
import { Frame } from "./app/Frame";
import { CrashPage, MissingPage } from "./app/LostPages";
import { SignedInPage } from "./app/SignedInPage";

/** Every page has an address; its code is loaded when it is first opened. */
export const routes: RouteObject[] = [
  { path: "/signed-in", element: <SignedInPage /> },
  {
    path: "/",
    element: <Frame />,
    hydrateFallbackElement: <></>,
    errorElement: <CrashPage />,
    children: [
      { index: true, lazy: async () => ({ Component: (await import("./areas/home/HomePage")).HomePage }) },
      {
        path: "connections",
        lazy: async () => ({
          Component: (await import("./areas/connections/ConnectionsPage")).ConnectionsPage,
        }),
      },
      {
        path: "connections/new",
        lazy: async () => ({
          Component: (await import("./areas/connections/NewConnectionPage")).NewConnectionPage,
        }),
      },
      {
        path: "connections/:id",
        lazy: async () => ({
          Component: (await import("./areas/connections/ConnectionPage")).ConnectionPage,
        }),
      },
      {
        path: "customers",
        lazy: async () => ({ Component: (await import("./areas/customers/CustomersPage")).CustomersPage }),
      },
      {
        path: "segments",
        lazy: async () => ({ Component: (await import("./areas/segments/SegmentsPage")).SegmentsPage }),
      },
      {
        path: "segments/new",
        lazy: async () => ({ Component: (await import("./areas/segments/NewSegmentPage")).NewSegmentPage }),
      },
      {
        path: "segments/:id",
        lazy: async () => ({ Component: (await import("./areas/segments/SegmentPage")).SegmentPage }),
      },
      {
        path: "segments/:id/edit",
        lazy: async () => ({ Component: (await import("./areas/segments/EditSegmentPage")).EditSegmentPage }),
      },
      {
        path: "exports",
        lazy: async () => ({ Component: (await import("./areas/exports/ExportsPage")).ExportsPage }),
      },
      {
        path: "exports/new",
        lazy: async () => ({ Component: (await import("./areas/exports/SetUpPage")).NewExportPage }),
      },
      {
        path: "exports/:id",
        lazy: async () => ({ Component: (await import("./areas/exports/ExportPage")).ExportPage }),
      },
      {
        path: "exports/:id/edit",
        lazy: async () => ({ Component: (await import("./areas/exports/SetUpPage")).EditExportPage }),
      },
      {
        path: "exports/:exportId/runs/:runId",
        lazy: async () => ({ Component: (await import("./areas/runs/RunPage")).RunPage }),
      },
      {
        path: "refreshes",
        lazy: async () => ({ Component: (await import("./areas/refreshes/RefreshesPage")).RefreshesPage }),
      },
      {
        path: "audit",
        lazy: async () => {
          const [{ AuditPage }, { RuleInWords }] = await Promise.all([
            import("./areas/audit/AuditPage"),
            import("./areas/segments/RuleInWords"),
          ]);
          return { element: <AuditPage Rule={RuleInWords} /> };
        },
      },
      {
        path: "preferences",
        lazy: async () => ({ Component: (await import("./areas/settings/PreferencesPage")).PreferencesPage }),
      },
      { path: "*", element: <MissingPage /> },
    ],
  },
];
