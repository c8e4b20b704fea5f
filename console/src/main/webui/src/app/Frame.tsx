import {
  Dropdown,
  DropdownItem,
  DropdownList,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadMain,
  MastheadToggle,
  MenuToggle,
  Nav,
  NavItem,
  NavList,
  Page,
  PageSidebar,
  PageSidebarBody,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { BarsIcon } from "@patternfly/react-icons";
import { Suspense, useEffect, useRef, useState } from "react";
import { Link, NavLink, Outlet, useLocation, useNavigate } from "react-router";
import { type TextId, useText } from "../lang/Texts";
import { ErrorCard } from "../ui/ErrorCard";
import { keepFocus } from "../ui/focusKeeper";
import { SignInAgain } from "./SignInAgain";
import { highestRole, type Person, type Role, SessionProvider, useMay, useSignedInPerson } from "./session";

const PAGES: { to: string; text: TextId; role: Role }[] = [
  { to: "/", text: "nav.home", role: "viewer" },
  { to: "/customers", text: "nav.customers", role: "viewer" },
  { to: "/segments", text: "nav.segments", role: "viewer" },
  { to: "/exports", text: "nav.exports", role: "viewer" },
  { to: "/refreshes", text: "nav.refreshes", role: "viewer" },
  { to: "/connections", text: "nav.connections", role: "contributor" },
  { to: "/audit", text: "nav.audit", role: "admin" },
];

/** What is around every page: who is signed in, where one can go, and a way to sign in again. */
export function Frame() {
  const session = useSignedInPerson();
  return (
    <>
      <SignInAgain />
      {session.isError && <ErrorCard error={session.error} retry={() => void session.refetch()} />}
      {session.data && (
        <SessionProvider person={session.data}>
          <FrameOf person={session.data} />
        </SessionProvider>
      )}
    </>
  );
}

function FrameOf({ person }: { person: Person }) {
  const say = useText();
  useFocusOnPage();
  useEffect(keepFocus, []);
  return (
    <Page
      mainContainerId="main"
      isManagedSidebar
      masthead={
        <Masthead>
          <MastheadMain>
            <MastheadToggle>
              <PageToggleButton variant="plain" aria-label={say("nav.toggle")}>
                <BarsIcon />
              </PageToggleButton>
            </MastheadToggle>
            <MastheadBrand>
              <Link to="/" className="insights-brand">
                Insights
              </Link>
            </MastheadBrand>
          </MastheadMain>
          <MastheadContent>
            <Toolbar isFullHeight>
              <ToolbarContent>
                <ToolbarItem align={{ default: "alignEnd" }}>
                  <PersonMenu person={person} />
                </ToolbarItem>
              </ToolbarContent>
            </Toolbar>
          </MastheadContent>
        </Masthead>
      }
      sidebar={
        <PageSidebar>
          <PageSidebarBody>
            <Navigation />
          </PageSidebarBody>
        </PageSidebar>
      }
      skipToContent={
        <a className="insights-skip" href="#main">
          {say("nav.skip")}
        </a>
      }
    >
      <Suspense>
        <Outlet />
      </Suspense>
    </Page>
  );
}

/** A reader that is told of the page hears its title when it changes. */
function useFocusOnPage() {
  const { pathname } = useLocation();
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what sets it off
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    document.getElementById("page-title")?.focus({ preventScroll: false });
  }, [pathname]);
}

function Navigation() {
  const say = useText();
  const { pathname } = useLocation();
  const may: Record<Role, boolean> = {
    viewer: useMay("viewer"),
    contributor: useMay("contributor"),
    admin: useMay("admin"),
  };
  return (
    <Nav aria-label={say("nav.label")}>
      <NavList>
        {PAGES.filter((page) => may[page.role]).map((page) => {
          const active = page.to === "/" ? pathname === "/" : pathname.startsWith(page.to);
          return (
            <NavItem key={page.to} isActive={active}>
              <NavLink to={page.to} end={page.to === "/"}>
                {say(page.text)}
              </NavLink>
            </NavItem>
          );
        })}
      </NavList>
    </Nav>
  );
}

function PersonMenu({ person }: { person: Person }) {
  const say = useText();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const role = highestRole(person.roles);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: "right" }}
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={open} onClick={() => setOpen(!open)}>
          {person.name}
        </MenuToggle>
      )}
    >
      <DropdownList>
        <DropdownItem isDisabled description={person.userName}>
          {role ? say(`role.${role}`) : say("role.none")}
        </DropdownItem>
        <DropdownItem onClick={() => void navigate("/preferences")}>{say("nav.preferences")}</DropdownItem>
        <DropdownItem to="/console/auth/logout">{say("nav.signOut")}</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
