/** What stands beside the text, or in a narrow window as a sheet over it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { narrowQuery, useMedia } from '../use-media.ts';

export function Sheet({
  landmark,
  name,
  class: className,
  onClose,
  children,
}: {
  /** What it is for, whatever it shows. */
  landmark: string;
  /** What it shows. */
  name: string;
  class?: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const isSheet = useMedia(narrowQuery);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const opener = element.ownerDocument.activeElement;
    if (isSheet) {
      // The attribute opens it non-modal beside the answer; a sheet is modal and traps the focus.
      element.close();
      element.showModal();
    }
    return () => {
      const hasFocus = element.contains(element.ownerDocument.activeElement);
      if (isSheet) element.close();
      // Not through the dialog, which may have left the document by now.
      if ((isSheet || hasFocus) && opener instanceof HTMLElement) opener.focus();
    };
  }, [isSheet]);
  return (
    <aside class="pane" aria-label={landmark}>
      {/* A press on the backdrop of the sheet lands on the dialog itself; Esc is its own. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above. */}
      <dialog
        ref={dialog}
        open={!isSheet}
        class={className}
        aria-label={name}
        onClick={(event) => event.target === dialog.current && isSheet && onClose()}
        onCancel={(event) => {
          event.preventDefault();
          onClose();
        }}
      >
        {children}
      </dialog>
    </aside>
  );
}
