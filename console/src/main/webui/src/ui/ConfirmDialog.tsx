import { ModalBody, ModalFooter, Stack, StackItem } from "@patternfly/react-core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Problem, problemIn } from "../api/problem";
import { useText } from "../lang/Texts";
import { Failure } from "./Failure";
import { Button, Modal, ModalHeader } from "./patternfly";
import { useUnsaved } from "./unsaved";

interface ConfirmDialogProps {
  title: string;
  /** What will happen, in numbers; or what is to be filled in, which marks what was wrong with it. */
  children: ReactNode | ((problem: Problem | undefined) => ReactNode);
  /** Pointers to what the children mark. */
  marked?: string[];
  /** What the button says: the deed itself, never "OK". */
  action: string;
  /** What the other button says where "Cancel" would sound like the deed. */
  leaveIt?: string;
  danger?: boolean;
  isDisabled?: boolean;
  /** Whether it only tells what happened: then there is nothing to be cancelled. */
  isTold?: boolean;
  /** Whether something was typed or chosen here that closing would lose. */
  isUnsaved?: boolean;
  /** What of it went well before it failed. */
  wentWell?: () => ReactNode;
  act: () => Promise<unknown>;
  done: () => void;
  close: () => void;
}

/** Asks before something is done that cannot be taken back, and says why when it cannot be done. */
export function ConfirmDialog({
  title,
  children,
  marked,
  action,
  leaveIt,
  danger,
  isDisabled,
  isTold,
  isUnsaved = false,
  wentWell,
  act,
  done,
  close,
}: ConfirmDialogProps) {
  const say = useText();
  const mutation = useMutation({ mutationFn: act, onSuccess: done });
  const { guard, leave } = useUnsaved(isUnsaved && !mutation.isPending && !mutation.isSuccess);
  return (
    <Modal
      isOpen
      variant="small"
      onClose={() => leave(close)}
      aria-labelledby="confirm-title"
      aria-describedby="confirm-body"
    >
      {guard}
      <ModalHeader title={title} labelId="confirm-title" titleIconVariant={danger ? "warning" : undefined} />
      <ModalBody id="confirm-body">
        <Stack hasGutter>
          {mutation.isError && (
            <StackItem>
              <Failure error={mutation.error} marked={marked}>
                {wentWell?.()}
              </Failure>
            </StackItem>
          )}
          <StackItem>
            {typeof children === "function"
              ? children(mutation.isError ? problemIn(mutation.error) : undefined)
              : children}
          </StackItem>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button
          variant={danger ? "danger" : "primary"}
          isLoading={mutation.isPending}
          isDisabled={mutation.isPending || isDisabled}
          onClick={() => mutation.mutate()}
        >
          {action}
        </Button>
        {!isTold && (
          <Button variant="link" onClick={() => leave(close)}>
            {leaveIt ?? say("action.cancel")}
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
}
