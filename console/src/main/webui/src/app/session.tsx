import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { OURS, send } from "../api/client";
import { ApiError, problemOf } from "../api/problem";

/** Roles of people; a higher one includes those below. */
export type Role = "viewer" | "contributor" | "admin";

/** Who is signed in. */
export interface Person {
  subject: string;
  name: string;
  userName: string;
  roles: string[];
}

const ORDER: Role[] = ["viewer", "contributor", "admin"];
const Session = createContext<Person | undefined>(undefined);

/** Asks who is signed in, past every cache. */
export async function whoIsSignedIn(): Promise<Person> {
  const answer = await send(new Request(new URL("/console/auth/me", location.origin), { headers: OURS }));
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) {
    throw new ApiError(problemOf(answer.status, body, answer.headers.get("X-Request-Id")));
  }
  return body as Person;
}

export const SESSION_KEY = ["session"];

/** Whoever is signed in, and while that is found out nobody. */
export function useSignedInPerson() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: whoIsSignedIn, staleTime: Number.POSITIVE_INFINITY });
}

/** The person as last known, without asking. */
export function useKnownPerson(): Person | undefined {
  return useQueryClient().getQueryData(SESSION_KEY);
}

export function SessionProvider({ person, children }: { person: Person; children: ReactNode }) {
  return <Session.Provider value={person}>{children}</Session.Provider>;
}

export function usePerson(): Person {
  const person = useContext(Session);
  if (!person) {
    throw new Error("usePerson outside of SessionProvider");
  }
  return person;
}

/** The highest role of a person; none at all if an administrator has given them none. */
export function highestRole(roles: string[]): Role | undefined {
  return ORDER.filter((role) => roles.includes(role)).at(-1);
}

/** Whether the person may do what a role may. */
export function useMay(role: Role): boolean {
  const highest = highestRole(usePerson().roles);
  return highest !== undefined && ORDER.indexOf(highest) >= ORDER.indexOf(role);
}
