import { Content, FormGroup, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { LANGUAGES, type Language, type Theme, usePreferences } from "../../app/preferences";
import { version } from "../../app/version";
import { useText } from "../../lang/Texts";
import { Fields } from "../../ui/Fields";
import { PageFrame } from "../../ui/PageFrame";

const OWN_NAMES: Record<Language, string> = { en: "English", it: "Italiano", es: "Español" };
const THEMES: Theme[] = ["system", "light", "dark"];

/** Countries whose way of writing is offered: those where the languages are spoken, and their neighbours. */
const REGIONS =
  "AR AT AU BE BR CA CH CL CO DE DK ES FI FR GB IE IN IT JP MX NL NO NZ PE PL PT SE SM US UY ZA".split(" ");

/** Language, the way numbers and dates are written, time zone and theme: each as the person wants it. */
export function PreferencesPage() {
  const say = useText();
  const intl = useIntl();
  const { preferences, change } = usePreferences();
  const zones = useMemo(
    () => [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", preferences.timeZone])],
    [preferences.timeZone],
  );
  const regions = useMemo(() => [...new Set([...REGIONS, preferences.region])].sort(), [preferences.region]);
  return (
    <PageFrame title={say("nav.preferences")} lead={say("preferences.lead")}>
      <Fields className="insights-narrow">
        <FormGroup label={say("preferences.language")} fieldId="language">
          <FormSelect
            id="language"
            value={preferences.language}
            onChange={(_event, value) => change({ language: value as Language })}
          >
            {LANGUAGES.map((language) => (
              <FormSelectOption key={language} value={language} label={OWN_NAMES[language]} />
            ))}
          </FormSelect>
        </FormGroup>
        <FormGroup label={say("preferences.region")} fieldId="region">
          <FormSelect
            id="region"
            value={preferences.region}
            onChange={(_event, value) => change({ region: value })}
          >
            {regions.map((region) => (
              <FormSelectOption
                key={region}
                value={region}
                label={intl.formatDisplayName(region, { type: "region" }) ?? region}
              />
            ))}
          </FormSelect>
          <Content component="small">
            {say("preferences.example", {
              number: intl.formatNumber(1234567.89),
              date: intl.formatDate(new Date(), { dateStyle: "short", timeStyle: "short" }),
            })}
          </Content>
        </FormGroup>
        <FormGroup label={say("preferences.timeZone")} fieldId="time-zone">
          <FormSelect
            id="time-zone"
            value={preferences.timeZone}
            onChange={(_event, value) => change({ timeZone: value })}
          >
            {zones.map((zone) => (
              <FormSelectOption key={zone} value={zone} label={zone.replaceAll("_", " ")} />
            ))}
          </FormSelect>
        </FormGroup>
        <FormGroup label={say("preferences.theme")} fieldId="theme">
          <FormSelect
            id="theme"
            value={preferences.theme}
            onChange={(_event, value) => change({ theme: value as Theme })}
          >
            {THEMES.map((theme) => (
              <FormSelectOption key={theme} value={theme} label={say(`preferences.theme.${theme}`)} />
            ))}
          </FormSelect>
        </FormGroup>
      </Fields>
      <Content component="small">Insights {version}</Content>
    </PageFrame>
  );
}
