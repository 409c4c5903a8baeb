import { ChevronDown } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../marks';
import { type MenuPlace, placeMenu } from './menu-place';
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
}

/** A button with a short list of things to do or open. Arrows move, Escape closes. */
export function Menu({ label, items }: MenuProps) {
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const isOpen = place !== null;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useEffect(() => {
    if (!isOpen) return;
    entries()[0]?.focus();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setPlace(null);
    };
    // The list hangs in the window, not in what scrolls under it.
    const events = ['pointerdown', 'scroll', 'resize'];
    for (const name of events) window.addEventListener(name, closeOutside, true);
    return () => {
      for (const name of events) window.removeEventListener(name, closeOutside, true);
    };
  }, [isOpen]);

  const toggle = (button: HTMLElement) => {
    const { clientWidth: width, clientHeight: height, dir } = document.documentElement;
    const rect = button.getBoundingClientRect();
    setPlace(isOpen ? null : placeMenu(rect, { width, height }, dir === 'rtl'));
  };
  const close = () => {
    setPlace(null);
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
        onClick={(event) => toggle(event.currentTarget)}
      >
        {label}
        <Icon of={ChevronDown} sizePx={14} />
      </button>
      {place && (
        <div class="menu-list" style={place} role="menu" id={id} aria-label={label}>
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
