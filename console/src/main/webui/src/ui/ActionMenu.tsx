import { Dropdown, DropdownList, MenuToggle } from "@patternfly/react-core";
import { EllipsisVIcon } from "@patternfly/react-icons";
import { type ReactNode, useState } from "react";
import { useText } from "../lang/Texts";
import { isAgain, undo } from "./once";

interface ActionMenuProps {
  /** Of what can be acted on. */
  name: string;
  /** The actions, as items of a dropdown. */
  children: ReactNode;
}

/** Everything that can be done with one thing, behind three dots. */
export function ActionMenu({ name, children }: ActionMenuProps) {
  const say = useText();
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      shouldFocusToggleOnSelect
      popperProps={{ position: "right", appendTo: () => document.body }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          isExpanded={open}
          onClick={() => setOpen(!open)}
          aria-label={say("action.more", { name })}
          icon={<EllipsisVIcon />}
        />
      )}
    >
      <DropdownList onClickCapture={(event) => isAgain(event) && undo(event)}>{children}</DropdownList>
    </Dropdown>
  );
}
