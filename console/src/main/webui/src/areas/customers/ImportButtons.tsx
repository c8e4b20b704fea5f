import { HelperText, ModalFooter } from "@patternfly/react-core";
import type { ImportPreview } from "../../api/types";
import { useText } from "../../lang/Texts";
import { Button, HelperTextItem } from "../../ui/patternfly";

interface ImportButtonsProps {
  hasFile: boolean;
  /** Whether nobody knows which column says who somebody is. */
  needsId: boolean;
  /** What would happen; nothing as long as it is not known, or not any more. */
  preview: ImportPreview | undefined;
  /** The first thing that is unusual and not confirmed. */
  open: ImportPreview["questions"][number] | undefined;
  isReplacing: boolean;
  isPreviewing: boolean;
  isStarting: boolean;
  look: () => void;
  start: () => void;
  cancel: () => void;
}

/** Each button at its place all the time, so that nobody who presses one twice presses another; and why one cannot be pressed. */
export function ImportButtons({ preview, open, ...rest }: ImportButtonsProps) {
  const say = useText();
  const isBusy = rest.isPreviewing || rest.isStarting;
  const why = !rest.hasFile
    ? say("import.first.file")
    : rest.needsId
      ? say("import.first.id")
      : !preview
        ? say("import.first.preview")
        : preview.received === 0
          ? say("import.noCustomers")
          : open && say("import.first.confirm", { question: say(`import.confirm.${open.confirm}`) });
  return (
    <ModalFooter className="insights-footer">
      <Button
        variant={preview ? "secondary" : "primary"}
        isLoading={rest.isPreviewing}
        isDisabled={isBusy || !rest.hasFile || rest.needsId}
        aria-describedby={rest.needsId ? "import-why" : undefined}
        onClick={rest.look}
      >
        {say("import.preview")}
      </Button>
      <Button
        variant={rest.isReplacing ? "danger" : preview ? "primary" : "secondary"}
        isLoading={rest.isStarting}
        isDisabled={isBusy || why !== undefined}
        aria-describedby="import-why"
        onClick={rest.start}
      >
        {preview ? say("import.start", { count: preview.received - preview.rejected }) : say("import.begin")}
      </Button>
      <Button variant="link" onClick={rest.cancel}>
        {say("action.cancel")}
      </Button>
      <HelperText id="import-why" isLiveRegion>
        {why && !isBusy && <HelperTextItem>{why}</HelperTextItem>}
      </HelperText>
      {open && !isBusy && (
        <Button
          variant="link"
          isInline
          onClick={() => document.getElementById(`confirm-${open.confirm}`)?.focus()}
        >
          {say("import.toQuestion")}
        </Button>
      )}
    </ModalFooter>
  );
}
