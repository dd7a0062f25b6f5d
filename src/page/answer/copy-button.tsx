/** A button that copies a text and confirms it. */
import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from '../icon.tsx';

/**
 * The old command works over plain HTTP too, where the clipboard API is not there. It copies a selection, so there has to
 * be one.
 */
function copyByCommand(text: string, html: string | undefined): void {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  area.remove();
  if (!isCopied) throw new Error('The browser copied nothing.');
}

async function copyText(text: string, html: string | undefined): Promise<void> {
  if (navigator.clipboard === undefined || html !== undefined) copyByCommand(text, html);
  else await navigator.clipboard.writeText(text);
}

const saysSoMs = 1600;

export function CopyButton({
  label,
  text,
  html,
  icon,
  primary = false,
}: {
  label: string;
  /** Called when the button is pressed. */
  text: () => string;
  /** The same for programs that take more than text; likewise. */
  html?: () => string;
  icon?: IconName;
  primary?: boolean;
}) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), saysSoMs);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () => {
    copyText(text(), html?.())
      .then(() => setSaid('Copied'))
      .catch(() => setSaid('Not copied'));
  };
  return (
    <button type="button" class={primary ? 'btn' : 'btn bare'} onClick={copy}>
      {icon !== undefined && <Icon name={icon} />}
      <span aria-live="polite">{said ?? label}</span>
    </button>
  );
}
