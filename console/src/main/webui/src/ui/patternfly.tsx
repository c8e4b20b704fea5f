import {
  type AlertProps,
  Breadcrumb as BareBreadcrumb,
  Button as BareButton,
  HelperTextItem as BareHelperTextItem,
  Modal as BareModal,
  ModalHeader as BareModalHeader,
  Tabs as BareTabs,
  type BreadcrumbProps,
  type ButtonProps,
  type HelperTextItemProps,
  type ModalHeaderProps,
  type ModalProps,
  Alert as PatternFlyAlert,
  type TabsProps,
} from "@patternfly/react-core";
import { TimesIcon } from "@patternfly/react-icons";
import { Table as BareTable, type TableProps } from "@patternfly/react-table";
import { useEffect, useRef, useState } from "react";
import { useText } from "../lang/Texts";
import { useOnce } from "./once";

/*
 * The parts of PatternFly that say something by themselves, mostly to screen readers, and would say it in English. Everybody uses
 * these instead, which speak the person's language; the linter sees to it.
 */

export function Alert(props: AlertProps) {
  const say = useText();
  return <PatternFlyAlert variantLabel={say(`alert.${props.variant ?? "custom"}`)} {...props} />;
}

export function Breadcrumb(props: BreadcrumbProps) {
  const say = useText();
  return <BareBreadcrumb aria-label={say("nav.crumbs")} {...props} />;
}

interface SendingButtonProps extends ButtonProps {
  /** Whether pressing it twice would do something twice: as most that can be loading. */
  sends?: boolean;
}

/** A button; what it sends it sends once, however quickly it is pressed twice. */
export function Button({ sends, ...props }: SendingButtonProps) {
  const say = useText();
  const loading = say("state.loading");
  const once = useOnce(props.isLoading === true, props.onClick);
  return (
    <BareButton
      spinnerAriaValueText={loading}
      spinnerAriaLabel={loading}
      {...props}
      onClick={(sends ?? props.isLoading !== undefined) ? once : props.onClick}
    />
  );
}

export function HelperTextItem(props: HelperTextItemProps) {
  const say = useText();
  return <BareHelperTextItem screenReaderText={say(`helper.${props.variant ?? "default"}`)} {...props} />;
}

/** A dialog; its cross is made here, because PatternFly's has no words but "Close". */
export function Modal({ onClose, children, ...props }: Omit<ModalProps, "ref">) {
  const say = useText();
  return (
    <BareModal {...props} onEscapePress={onClose}>
      {onClose && (
        <div className="pf-v6-c-modal-box__close">
          <BareButton
            variant="plain"
            aria-label={say("action.close")}
            onClick={onClose}
            icon={<TimesIcon />}
          />
        </div>
      )}
      {children}
    </BareModal>
  );
}

export function ModalHeader(props: ModalHeaderProps) {
  const say = useText();
  const variant = props.titleIconVariant;
  const words = typeof variant === "string" ? say(`alert.${variant}`) : undefined;
  return <BareModalHeader titleScreenReaderText={words} {...props} />;
}

export function Tabs(props: Omit<TabsProps, "ref">) {
  const say = useText();
  return (
    <BareTabs
      backScrollAriaLabel={say("nav.scrollBack")}
      forwardScrollAriaLabel={say("nav.scrollForward")}
      {...props}
    />
  );
}

/** A table that is wider than its place scrolls in it, by keyboard too, and does not push the page sideways. */
export function Table(props: Omit<TableProps, "ref">) {
  const place = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (!current || typeof ResizeObserver === "undefined") {
      return;
    }
    const look = new ResizeObserver(() => setScrolls(current.scrollWidth > current.clientWidth));
    look.observe(current);
    if (current.firstElementChild) {
      look.observe(current.firstElementChild);
    }
    return () => look.disconnect();
  }, []);
  const reached = scrolls ? { role: "region", "aria-label": props["aria-label"], tabIndex: 0 } : {};
  return (
    <div ref={place} className="insights-scroll" {...reached}>
      <BareTable {...props} />
    </div>
  );
}
