/** A button that copies a text and confirms it. */
import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from '../icon.tsx';

/** The clipboard API needs a secure context; over plain HTTP the old command still works. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

const saysSoMs = 1600;

export function CopyButton({
  label,
  text,
  icon,
  primary = false,
}: {
  label: string;
  /** Called when the button is pressed. */
  text: () => string;
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
    copyText(text())
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
