import { Form, type FormProps } from "@patternfly/react-core";

/** Fields that send nothing by themselves: without this, Enter in one of them would load the page anew. */
export function Fields(props: Omit<FormProps, "onSubmit" | "ref">) {
  return <Form {...props} onSubmit={(event) => event.preventDefault()} />;
}
