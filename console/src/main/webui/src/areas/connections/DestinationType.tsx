import { FormGroup, FormSelect, FormSelectOption, Radio } from "@patternfly/react-core";
import type { ConnectionType, ConnectionTypeInfo } from "../../api/types";
import { useText } from "../../lang/Texts";

const LABELS: Record<ConnectionType, string> = { AUTOPILOT: "Autopilot", ORTTO: "Ortto" };

/** What people call a kind of destination. */
export function labelOf(type: ConnectionType): string {
  return LABELS[type];
}

interface DestinationTypeProps {
  types: ConnectionTypeInfo[];
  value: ConnectionType;
  change: (type: ConnectionType) => void;
}

/** Which kind of destination. */
export function DestinationType({ types, value, change }: DestinationTypeProps) {
  const say = useText();
  return (
    <FormGroup role="radiogroup" label={say("connection.type")} fieldId="type" isInline>
      {types.map((one) => (
        <Radio
          key={one.type}
          id={`type-${one.type}`}
          name="type"
          label={one.name}
          isChecked={one.type === value}
          onChange={() => change(one.type)}
        />
      ))}
    </FormGroup>
  );
}

interface RegionOfAccountProps {
  type: ConnectionTypeInfo;
  value: string;
  change: (endpoint: string) => void;
}

/** Where the account is. Nothing is asked where there is one place only. */
export function RegionOfAccount({ type, value, change }: RegionOfAccountProps) {
  const say = useText();
  if (type.regions.length < 2) {
    return null;
  }
  return (
    <FormGroup label={say("connection.region")} fieldId="account-region">
      <FormSelect
        id="account-region"
        value={value || type.defaultEndpoint}
        onChange={(_event, endpoint) => change(endpoint)}
      >
        {type.regions.map((region) => (
          <FormSelectOption
            key={region.endpoint}
            value={region.endpoint}
            label={`${region.name} (${region.endpoint})`}
          />
        ))}
      </FormSelect>
    </FormGroup>
  );
}
