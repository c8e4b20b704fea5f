import type { ConnectionType, Export } from "../api/types";
import { type TextId, useText } from "../lang/Texts";

export type AudienceMode = Export["audienceMode"];

/** The fields that every account has, by what they mean: of one meaning, a field there is one at the other kind of destination too. */
const STANDARD: Record<ConnectionType, Record<string, TextId>> = {
  AUTOPILOT: {
    Email: "target.email",
    FirstName: "target.firstName",
    LastName: "target.lastName",
    Salutation: "target.salutation",
    Title: "target.title",
    Company: "target.company",
    NumberOfEmployees: "target.employees",
    Industry: "target.industry",
    Phone: "target.phone",
    MobilePhone: "target.mobile",
    Fax: "target.fax",
    Website: "target.website",
    MailingStreet: "target.street",
    MailingCity: "target.city",
    MailingState: "target.state",
    MailingPostalCode: "target.postalCode",
    MailingCountry: "target.country",
    LeadSource: "target.leadSource",
    Status: "target.status",
  },
  ORTTO: {
    "str::email": "target.email",
    "str::first": "target.firstName",
    "str::last": "target.lastName",
    "phn::phone": "target.phone",
    "geo::city": "target.city",
    "geo::region": "target.state",
    "geo::country": "target.country",
    "str::postal": "target.postalCode",
    "dtz::b": "target.birthday",
    "str::language": "target.language",
    "str::ei": "target.externalId",
  },
};

const AUDIENCE_MODES: Record<ConnectionType, [AudienceMode, ...AudienceMode[]]> = {
  AUTOPILOT: ["LIST", "FIELD"],
  ORTTO: ["TAG"],
};

const MEANINGS: Record<string, TextId> = { ...STANDARD.AUTOPILOT, ...STANDARD.ORTTO };

/** In which ways a kind of destination can show who is in a segment, the usual one first. */
export function audienceModesOf(type: ConnectionType): [AudienceMode, ...AudienceMode[]] {
  return AUDIENCE_MODES[type];
}

/** Whether a field at the destination is the one that says who is meant. */
export function isEmailTarget(target: string): boolean {
  return MEANINGS[target] === "target.email";
}

/** The field that means the same at a kind of destination: a standard one, or one of the customer's own if the type is the same. */
export function counterpart(target: string, type: ConnectionType): string | undefined {
  const meaning = MEANINGS[target];
  if (meaning === undefined) {
    return target.includes("--") === (type === "AUTOPILOT") ? target : undefined;
  }
  return Object.entries(STANDARD[type]).find(([, one]) => one === meaning)?.[0];
}

/** A field of the customer's own without what Autopilot and Ortto have in front of its name: its type. */
function plainTarget(target: string): string {
  return /^[a-z]+--/.test(target)
    ? target.replace(/^[a-z]+--/, "").replaceAll("--", " ")
    : target.replace(/^\+?[a-z_]+:(?!:)/, "");
}

/**
 * What people call a field at the destination: the standard ones in their language, with what the destination calls them beside it
 * where that is another word; others as their owner has named them.
 */
export function useTargetNames(): (target: string) => string {
  const say = useText();
  return (target) => {
    const meaning = MEANINGS[target];
    if (meaning === undefined) {
      return plainTarget(target);
    }
    const name = say(meaning);
    return name === target ? name : `${name} (${target})`;
  };
}
