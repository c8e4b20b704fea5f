import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

export const LANGUAGES = ["en", "it", "es"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Theme = "system" | "light" | "dark";

/** How a person wants to read: kept in the browser, at first what the browser says. */
export interface Preferences {
  language: Language;
  /** Country whose way of writing numbers and dates is used, by its two letters. */
  region: string;
  timeZone: string;
  theme: Theme;
}

const KEY = "insights-preferences";
const DEFAULT_REGIONS: Record<Language, string> = { en: "GB", it: "IT", es: "ES" };

interface Held {
  preferences: Preferences;
  change: (changed: Partial<Preferences>) => void;
}

const Context = createContext<Held | undefined>(undefined);

export function ofBrowser(languages: readonly string[], timeZone: string): Preferences {
  const known = languages.find((tag) => LANGUAGES.includes(tag.slice(0, 2) as Language));
  const language = (known?.slice(0, 2) ?? "en") as Language;
  const region = languages.map(regionOf).find((one) => one !== undefined);
  return { language, region: region ?? DEFAULT_REGIONS[language], timeZone, theme: "system" };
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}

function read(): Preferences {
  const first = ofBrowser(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone);
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>) };
  } catch {
    return first;
  }
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(read);
  const dark = useDarkSystem();
  const isDark = preferences.theme === "dark" || (preferences.theme === "system" && dark);

  useEffect(() => {
    document.documentElement.classList.toggle("pf-v6-theme-dark", isDark);
  }, [isDark]);
  useEffect(() => {
    document.documentElement.lang = preferences.language;
    tellSignIn(preferences.language);
  }, [preferences.language]);

  const held = useMemo(
    () => ({
      preferences,
      change: (changed: Partial<Preferences>) => {
        const next = { ...preferences, ...changed };
        setPreferences(next);
        try {
          localStorage.setItem(KEY, JSON.stringify(next));
        } catch {
          // A browser that keeps nothing: the choice holds until the page is closed.
        }
      },
    }),
    [preferences],
  );
  return <Context.Provider value={held}>{children}</Context.Provider>;
}

/** Whoever signs in has left these pages: the server reads the language here, and has the sign-in page speak it too. */
function tellSignIn(language: Language) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that is promised.
  document.cookie = `insights_language=${language}; Path=/console/; Max-Age=31536000; SameSite=Lax${secure}`;
}

function useDarkSystem(): boolean {
  const [dark, setDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const changed = () => setDark(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return dark;
}

export function usePreferences(): Held {
  const held = useContext(Context);
  if (!held) {
    throw new Error("usePreferences outside of PreferencesProvider");
  }
  return held;
}
