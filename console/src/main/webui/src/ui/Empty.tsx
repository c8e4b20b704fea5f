import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from "@patternfly/react-core";
import type { ComponentType, ReactNode } from "react";

interface EmptyProps {
  title: string;
  icon?: ComponentType;
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
}

/** Nothing here yet: what it would be, and the next step. */
export function Empty({ title, icon, children, action }: EmptyProps) {
  return (
    <EmptyState titleText={title} headingLevel="h2" icon={icon} variant="lg">
      {children && <EmptyStateBody>{children}</EmptyStateBody>}
      {action && (
        <EmptyStateFooter>
          <EmptyStateActions>{action}</EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
