/** The icons, drawn on a grid of 16. */
import type { JSX } from 'preact';

const shapes = {
  rail: (
    <path d="M3.25 2.75h9.5a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-9.5a1.5 1.5 0 0 1-1.5-1.5v-7.5a1.5 1.5 0 0 1 1.5-1.5M6 2.75v10.5" />
  ),
  shelf: <path d="M2.75 2.75h2.5v10.5h-2.5zM5.25 4.75h2.5v8.5h-2.5zM9.1 4.1l2.4-.65 2.6 9.6-2.4.65z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  down: <path d="m4 6 4 4 4-4" />,
  right: <path d="m6 4 4 4-4 4" />,
  left: <path d="m10 4-4 4 4 4" />,
  find: <path d="M11.25 7a4.25 4.25 0 1 1-8.5 0 4.25 4.25 0 0 1 8.5 0m-1 3.25 3 3" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  out: <path d="M9.5 2.75h3.75V6.5M13 3 7.5 8.5M11.5 9.5v3.75H2.75V4.5H6.5" />,
  ok: <path d="m3 8.5 3.2 3.2L13 5" />,
  bad: <path d="M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0M8 4.75v4M8 11.2v.05" />,
  unsure: (
    <path d="M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0M6.1 6.3a1.95 1.95 0 1 1 2.7 1.8c-.5.2-.8.6-.8 1.15M8 11.4v.05" />
  ),
  copy: (
    <path d="M7 5.75h5a1.25 1.25 0 0 1 1.25 1.25v5A1.25 1.25 0 0 1 12 13.25H7A1.25 1.25 0 0 1 5.75 12V7A1.25 1.25 0 0 1 7 5.75m3.25-.25V4A1.25 1.25 0 0 0 9 2.75H4A1.25 1.25 0 0 0 2.75 4v5A1.25 1.25 0 0 0 4 10.25h1.5" />
  ),
  stop: <path d="M5 4h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1" fill="currentColor" />,
  tone: (
    <path d="M13.25 8a5.25 5.25 0 0 1-10.5 0 5.25 5.25 0 0 1 10.5 0M8 2.75v10.5a5.25 5.25 0 0 0 0-10.5" />
  ),
  link: <path d="M6.5 9.5l3-3M7 4.5l1-1a3.2 3.2 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 0 1 3.5 8l1-1" />,
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof shapes;

/** An icon; hidden from screen readers without a label. */
export function Icon({ name, label, class: className }: { name: IconName; label?: string; class?: string }) {
  if (label === undefined) {
    return (
      <svg viewBox="0 0 16 16" aria-hidden="true" class={className}>
        {shapes[name]}
      </svg>
    );
  }
  return (
    <svg viewBox="0 0 16 16" role="img" aria-label={label} class={className}>
      <title>{label}</title>
      {shapes[name]}
    </svg>
  );
}
