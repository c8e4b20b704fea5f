import {
  FormGroup,
  FormHelperText,
  HelperText,
  TextInput,
  type TextInputProps,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useText } from "../lang/Texts";
import { HelperTextItem } from "./patternfly";

interface TextFieldProps extends Omit<TextInputProps, "onChange" | "id" | "ref"> {
  id: string;
  label: string;
  value: string;
  change: (value: string) => void;
  help?: string;
  error?: ReactNode;
}

/**
 * A line of text with its name, what it is for, and what is wrong with it. What is longer than it may be is not cut off, which
 * nobody sees who pastes it, but said to be so.
 */
export function TextField(props: TextFieldProps) {
  const { id, label, value, change, help, error: refused, isRequired, maxLength, ...rest } = props;
  const say = useText();
  const isTooLong = maxLength !== undefined && value.length > maxLength;
  const tooLong = isTooLong ? say("field.tooLong", { count: value.length, most: maxLength }) : undefined;
  const error = tooLong ?? refused;
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
