import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider, useIntl } from "react-intl";
import { type Language, usePreferences } from "../app/preferences";
import en from "./en.json";

/** The names of all texts. That they are the same in every language is checked by `formatjs verify`. */
export type TextId = keyof typeof en;

type Texts = Record<string, string>;

const LOADERS: Record<Language, () => Promise<Texts>> = {
  en: async () => en,
  it: async () => (await import("./it.json")).default,
  es: async () => (await import("./es.json")).default,
};

/** Everything below speaks the person's language, and writes numbers and dates as their country does. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const { preferences } = usePreferences();
  const [loaded, setLoaded] = useState<{ language: Language; texts: Texts }>();

  useEffect(() => {
    let current = true;
    LOADERS[preferences.language]().then((texts) => {
      if (current) {
        setLoaded({ language: preferences.language, texts });
      }
    });
    return () => {
      current = false;
    };
  }, [preferences.language]);

  if (!loaded) {
    return null;
  }
  return (
    <IntlProvider
      locale={`${loaded.language}-${preferences.region}`}
      messages={loaded.texts}
      timeZone={preferences.timeZone}
      defaultLocale="en"
    >
      {children}
    </IntlProvider>
  );
}

export type TextValues = Record<string, string | number | Date | boolean | null | undefined>;
export type Say = (id: TextId, values?: TextValues) => string;

/** Says a text. Names of texts are checked by the compiler, also where they are put together from a value of the API. */
export function useText(): Say {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}
