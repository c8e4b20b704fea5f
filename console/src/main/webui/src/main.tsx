import "@patternfly/react-core/dist/styles/base.css";
import "./ui/insights.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { ApiError, askAgain } from "./api/problem";
import { PreferencesProvider } from "./app/preferences";
import { TextsProvider } from "./lang/Texts";
import { routes } from "./routes";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // What goes away by itself is tried again; what was refused stays refused.
      retry: (failures, error) => error instanceof ApiError && error.isOutage && failures < 2,
      refetchInterval: ({ state }) => askAgain(state.error),
    },
  },
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <PreferencesProvider>
          <TextsProvider>
            <RouterProvider router={createBrowserRouter(routes, { basename: "/console" })} />
          </TextsProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
