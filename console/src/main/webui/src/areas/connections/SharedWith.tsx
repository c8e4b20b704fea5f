import { FormGroup, Radio } from "@patternfly/react-core";
import { type TextId, useText } from "../../lang/Texts";

export const OTHERS_MAY_USE: TextId = "connection.choose";

interface SharedWithProps {
  label: string;
  value: boolean;
  change: (shared: boolean) => void;
}

/** Who can use a connection: administrators, or contributors too. */
export function SharedWith({ label, value, change }: SharedWithProps) {
  const say = useText();
  return (
    <FormGroup role="radiogroup" label={label} fieldId="shared" isStack>
      <Radio
        id="shared-no"
        name="shared"
        label={say("connection.notShared")}
        isChecked={!value}
        onChange={() => change(false)}
      />
      <Radio
        id="shared-yes"
        name="shared"
        label={say("connection.shared")}
        description={say("connection.shared.help")}
        isChecked={value}
        onChange={() => change(true)}
      />
    </FormGroup>
  );
}
