import type { Drawing } from '../mark-shapes';
import { Icon } from '../marks';

interface IconButtonProps {
  of: Drawing;
  /** What it does, in words: the tooltip and the name for screen readers. */
  label: string;
  onClick: () => void;
  pressed?: boolean;
  disabled?: boolean;
  tabIndex?: number;
  class?: string;
}

/** A button that is only a drawing. */
export function IconButton({ of, label, pressed, class: name, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${name ?? ''}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      {...rest}
    >
      <Icon of={of} />
    </button>
  );
}
