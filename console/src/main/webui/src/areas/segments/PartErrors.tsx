import { HelperText } from "@patternfly/react-core";
import { HelperTextItem } from "../../ui/patternfly";
import { ServiceWords } from "../../ui/ServiceWords";
import type { PartError } from "./errors";

/** What is wrong with a part of a rule, beside it. The inputs that are meant are marked, and described by this. */
export function PartErrors({ id, errors }: { id?: string; errors: PartError[] }) {
  return (
    <HelperText id={id} isLiveRegion>
      {errors.map((error) => (
        <HelperTextItem key={error.place + error.detail} variant="error">
          <ServiceWords>{error.detail}</ServiceWords>
        </HelperTextItem>
      ))}
    </HelperText>
  );
}
