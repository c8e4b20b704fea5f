import {
  FormGroup,
  FormHelperText,
  HelperText,
  TextInput,
  type TextInputProps,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { HelperTextItem } from "./patternfly";

interface TextFieldProps extends Omit<TextInputProps, "onChange" | "id" | "ref"> {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  help?: string;
  error?: ReactNode;
}

/** A line of text with its name, what it is for, and what is wrong with it. */
export function TextField({ id, label, value, change, help, error, isRequired, ...rest }: TextFieldProps) {
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextInput
        {...rest}
        id={id}
        value={value}
        isRequired={isRequired}
        validated={error ? "error" : "default"}
        aria-describedby={`${id}-help`}
        onChange={(_event, typed) => change(typed)}
      />
      {(help || error) && (
        <FormHelperText>
          <HelperText id={`${id}-help`} isLiveRegion>
            <HelperTextItem variant={error ? "error" : "default"}>{error ?? help}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}
