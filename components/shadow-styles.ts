/** Gives a shadow root its styles. */
export type AddStyles = (root: ShadowRoot) => void;

/**
 * One constructed sheet shared by all roots, so that two thousand badges cost one parse. Firefox
 * refuses constructed sheets from content scripts (bugzilla 1770592); there each root gets a style
 * element of its own.
 */
export function shadowStyles(document: Document, css: string): AddStyles {
  const addElement: AddStyles = (root) => {
    const style = document.createElement('style');
    style.textContent = css;
    root.prepend(style);
  };
  const sheet = constructSheet(document, css);
  if (sheet === null) return addElement;
  return (root) => {
    if (!adopt(root, sheet)) addElement(root);
  };
}

function constructSheet(document: Document, css: string): CSSStyleSheet | null {
  try {
    const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(css);
    return sheet;
  } catch {
    return null; // not constructible here: the caller falls back to style elements
  }
}

function adopt(root: ShadowRoot, sheet: CSSStyleSheet): boolean {
  try {
    root.adoptedStyleSheets = [sheet];
    return root.adoptedStyleSheets.length === 1;
  } catch {
    return false; // the root is seen through Firefox's wrapper, which refuses the assignment
  }
}
