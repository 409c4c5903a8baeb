import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Puts the cursor into a field when it appears. The attribute `autofocus` does so only while a page
 * loads, not for what appears later.
 */
export function useFocus(field: RefObject<HTMLElement | null>, isWanted = true): void {
  useEffect(() => {
    if (isWanted) field.current?.focus();
  }, [isWanted]);
}
