import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { PROFILES, useFields, useImports } from "./segments";

it("asks anew for the fields that were known before an import, also if it is done when it is seen first", async () => {
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname;
    const items = path.endsWith("/profile-imports")
      ? [{ id: "1", status: "SUCCESSFUL" }]
      : [{ name: "email", type: "TEXT" }];
    return new Response(JSON.stringify({ items }), { headers: { "Content-Type": "application/json" } });
  });
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData([...PROFILES, "fields"], []);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const imports = renderHook(() => useImports(50, {}), { wrapper });
  await waitFor(() => expect(imports.result.current.data?.items).toHaveLength(1));
  const fields = renderHook(() => useFields(), { wrapper });
  expect(fields.result.current.data).toHaveLength(0);
  await waitFor(() => expect(fields.result.current.data).toHaveLength(1));
});
