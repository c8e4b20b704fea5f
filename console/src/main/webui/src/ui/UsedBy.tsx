import { Link } from "react-router";
import type { Problem } from "../api/problem";
import { useText } from "../lang/Texts";

/** The longest list here; whoever cleared these is told the next ones. */
const SHOWN = 20;

/** What a problem says uses the thing, so that nothing can be done with it: each with the way there. */
export function UsedBy({ problem: { usedBy: users } }: { problem: Problem }) {
  const say = useText();
  if (users.length === 0) {
    return null;
  }
  return (
    <>
      {say("error.usedBy")}
      <ul>
        {users.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <Link to={one.kind === "SEGMENT" ? `/segments/${one.id}` : `/exports/${one.id}`}>
              {one.displayName}
            </Link>{" "}
            ({say(one.kind === "SEGMENT" ? "error.usedBy.SEGMENT" : "error.usedBy.EXPORT")})
          </li>
        ))}
        {users.length > SHOWN && <li>{say("list.andMore", { count: users.length - SHOWN })}</li>}
      </ul>
    </>
  );
}
