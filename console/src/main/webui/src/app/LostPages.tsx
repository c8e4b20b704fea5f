import { LockIcon, SearchIcon } from "@patternfly/react-icons";
import { Link, useRouteError } from "react-router";
import { useText } from "../lang/Texts";
import { Empty } from "../ui/Empty";
import { ErrorCard } from "../ui/ErrorCard";
import { PageFrame } from "../ui/PageFrame";
import { Button } from "../ui/patternfly";

/** An address that no page has. */
export function MissingPage() {
  const say = useText();
  return (
    <PageFrame title={say("missing.title")}>
      <Empty title={say("missing.title")} icon={SearchIcon} action={<Link to="/">{say("nav.home")}</Link>}>
        {say("missing.text")}
      </Empty>
    </PageFrame>
  );
}

/** A fault of ours, or a page whose code could not be loaded, for example after an update. */
export function CrashPage() {
  const say = useText();
  const error = useRouteError();
  return (
    <main>
      <ErrorCard error={error} />
      <Button variant="primary" onClick={() => location.reload()}>
        {say("crash.reload")}
      </Button>
    </main>
  );
}

/** A page that the person's role does not allow: what it would be, and who can. */
export function NotAllowed({ title, needs }: { title: string; needs: "contributor" | "admin" }) {
  const say = useText();
  return (
    <PageFrame title={title}>
      <Empty title={say("notAllowed.title")} icon={LockIcon} action={<Link to="/">{say("nav.home")}</Link>}>
        {say("notAllowed.text", { role: say(`role.${needs}`) })}
      </Empty>
    </PageFrame>
  );
}
