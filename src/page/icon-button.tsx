/** A button that is an icon. */
import type { ButtonHTMLAttributes } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** @param label what it does, for screen readers; `title` says it to those who point at it. */
export function IconButton({
  icon,
  label,
  class: look = 'icon',
  ...attributes
}: ButtonHTMLAttributes & { icon: IconName; label: string; class?: string }) {
  return (
    <button type="button" class={look} aria-label={label} {...attributes}>
      <Icon name={icon} />
    </button>
  );
}
