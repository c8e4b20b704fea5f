import { ModalBody, ModalFooter } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useText } from "../lang/Texts";
import { Button, Modal, ModalHeader, Table } from "./patternfly";

/** One thing that both changed, in words. */
export interface Difference {
  name: string;
  theirs: string;
  yours: string;
}

interface StaleDialogProps {
  differences: Difference[];
  by?: string;
  /** Take theirs; what was typed is given up. */
  takeTheirs: () => void;
  /** Save once more, over theirs. */
  keepYours: () => void;
  close: () => void;
}

/** Somebody else saved meanwhile: theirs and yours side by side, and the person decides. */
export function StaleDialog({ differences, by, takeTheirs, keepYours, close }: StaleDialogProps) {
  const say = useText();
  return (
    <Modal isOpen variant="medium" onClose={close} aria-labelledby="stale-title">
      <ModalHeader
        title={say("stale.title")}
        labelId="stale-title"
        description={by ? say("stale.by", { name: by }) : say("stale.text")}
      />
      <ModalBody>
        <Table variant="compact" aria-label={say("stale.title")}>
          <Thead>
            <Tr>
              <Th>{say("stale.what")}</Th>
              <Th>{say("stale.theirs")}</Th>
              <Th>{say("stale.yours")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {differences.map((difference) => (
              <Tr key={difference.name}>
                <Td dataLabel={say("stale.what")}>{difference.name}</Td>
                <Td dataLabel={say("stale.theirs")}>{difference.theirs}</Td>
                <Td dataLabel={say("stale.yours")}>{difference.yours}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" sends onClick={keepYours}>
          {say("stale.keepYours")}
        </Button>
        <Button variant="secondary" onClick={takeTheirs}>
          {say("stale.takeTheirs")}
        </Button>
        <Button variant="link" onClick={close}>
          {say("stale.goOn")}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
