import { ChevronDown } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../marks';
import './menu.css';

export interface MenuItem {
  readonly label: string;
  /** Either an address to open in a tab of its own, or something to do. */
  readonly href?: string;
  readonly onChoose?: () => void;
  readonly hint?: string;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  /** Up from a bar at the bottom. */
  opens?: 'down' | 'up';
}

/** A button with a short list of things to do or open. Arrows move, Escape closes. */
export function Menu({ label, items, opens = 'down' }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useEffect(() => {
    if (!isOpen) return;
    entries()[0]?.focus();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) all.at((at + step) % all.length)?.focus();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the menu inside
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="button button-quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <Icon of={ChevronDown} sizePx={14} />
      </button>
      {isOpen && (
        <div class={`menu-list menu-${opens}`} role="menu" id={id} aria-label={label}>
          {items.map(({ label: text, hint, href, onChoose }) =>
            href ? (
              <a
                key={text}
                role="menuitem"
                tabIndex={-1}
                href={href}
                target="_blank"
                rel="noopener noreferrer"
                onClick={close}
              >
                {text}
              </a>
            ) : (
              <button
                key={text}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  onChoose?.();
                  close();
                }}
              >
                {text}
                {hint && <span class="hint">{hint}</span>}
              </button>
            ),
          )}
        </div>
      )}
    </div>
  );
}
