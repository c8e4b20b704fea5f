import { Checkbox, Content } from "@patternfly/react-core";
import { useEffect } from "react";
import { useConsentText } from "../../api/connections";
import type { ConnectionType, ConsentText } from "../../api/types";
import { usePreferences } from "../../app/preferences";
import { useText } from "../../lang/Texts";
import { Loaded } from "../../ui/Loaded";

interface ConsentProps {
  type: ConnectionType;
  agreed: ConsentText | undefined;
  agree: (text: ConsentText | undefined) => void;
}

/** The text on data privacy and compliance, as the service has it in the person's language, and the box to agree to it. */
export function Consent({ type, agreed, agree }: ConsentProps) {
  const say = useText();
  const { preferences } = usePreferences();
  const text = useConsentText(type, preferences.language);
  const current = text.data;

  // What was agreed to is one version of the text in one language: another one has to be read first.
  useEffect(() => {
    if (agreed && current && agreed.sha256 !== current.sha256) {
      agree(undefined);
    }
  }, [agreed, current, agree]);

  return (
    <Loaded query={text} lines={4}>
      {(shown) => (
        <>
          <Content component="h2">{shown.title}</Content>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <section className="insights-consent" tabIndex={0} aria-label={shown.title} lang={shown.language}>
            {shown.text}
          </section>
          <Checkbox
            id="agree"
            label={say("connection.agree")}
            isChecked={agreed !== undefined}
            onChange={(_event, checked) => agree(checked ? shown : undefined)}
          />
        </>
      )}
    </Loaded>
  );
}
