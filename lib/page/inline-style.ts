/** An inline style as a page had it. */
export interface InlineStyle {
  readonly value: string;
  readonly priority: string;
  readonly hadAttribute: boolean;
}

/** Sets one inline style, over whatever the page says, and answers what stood there. */
export function setStyle(element: HTMLElement, name: string, value: string): InlineStyle {
  const before = {
    value: element.style.getPropertyValue(name),
    priority: element.style.getPropertyPriority(name),
    hadAttribute: element.hasAttribute('style'),
  };
  element.style.setProperty(name, value, 'important');
  return before;
}

/** Gives an inline style back as it was, unless the page has set its own meanwhile. */
export function restoreStyle(
  element: HTMLElement,
  name: string,
  ours: string,
  { value, priority, hadAttribute }: InlineStyle,
): void {
  if (element.style.getPropertyValue(name) !== ours) return;
  element.style.setProperty(name, value, priority);
  // Chromium writes the attribute when it is read; removed before that, it would come back empty.
  if (!hadAttribute && element.getAttribute('style') === '') element.removeAttribute('style');
}
