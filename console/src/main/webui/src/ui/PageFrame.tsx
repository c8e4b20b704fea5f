import { BreadcrumbItem, Content, Flex, FlexItem, PageSection, Title } from "@patternfly/react-core";
import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";
import { Breadcrumb } from "./patternfly";
import { Told } from "./told";

interface Crumb {
  to: string;
  text: string;
}

interface PageFrameProps {
  title: string;
  /** A line below the title: what this is. */
  lead?: ReactNode;
  crumbs?: Crumb[];
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: its name for the window, the way back, title, buttons, and what is on it. */
export function PageFrame({ title, lead, crumbs = [], actions, children }: PageFrameProps) {
  useEffect(() => {
    document.title = `${title} · Insights`;
  }, [title]);
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        {crumbs.length > 0 && (
          <Breadcrumb className="insights-crumbs">
            {crumbs.map((crumb) => (
              <BreadcrumbItem
                key={crumb.to}
                render={({ className }) => (
                  <Link className={className} to={crumb.to}>
                    {crumb.text}
                  </Link>
                )}
              />
            ))}
            <BreadcrumbItem isActive>{title}</BreadcrumbItem>
          </Breadcrumb>
        )}
        <Flex
          justifyContent={{ default: "justifyContentSpaceBetween" }}
          alignItems={{ default: "alignItemsFlexStart" }}
        >
          <FlexItem>
            <Title headingLevel="h1" size="2xl" tabIndex={-1} id="page-title">
              {title}
            </Title>
            {lead && <Content component="p">{lead}</Content>}
          </FlexItem>
          {actions && <Flex columnGap={{ default: "columnGapSm" }}>{actions}</Flex>}
        </Flex>
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        <Told />
        {children}
      </PageSection>
    </>
  );
}
