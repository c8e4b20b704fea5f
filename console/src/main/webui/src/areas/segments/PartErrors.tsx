import { HelperText } from "@patternfly/react-core";
import { HelperTextItem } from "../../ui/patternfly";
import { ServiceWords } from "../../ui/ServiceWords";
import type { PartError } from "./errors";

interface PartErrorsProps {
  id?: string;
  /** What the service says of it. */
  errors: PartError[];
  /** What is wrong already with what was typed. */
  fault?: string;
}

/** What is wrong with a part of a rule, beside it. The inputs that are meant are marked, and described by this. */
export function PartErrors({ id, errors, fault }: PartErrorsProps) {
  return (
    <HelperText id={id} isLiveRegion>
      {fault && <HelperTextItem variant="error">{fault}</HelperTextItem>}
      {errors.map((error) => (
        <HelperTextItem key={error.place + error.detail} variant="error">
          <ServiceWords>{error.detail}</ServiceWords>
        </HelperTextItem>
      ))}
    </HelperText>
  );
}
