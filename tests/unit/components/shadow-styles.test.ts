// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { shadowStyles } from '../../../components/shadow-styles';

const CSS = 'b { color: red }';

function rootOf(): ShadowRoot {
  return document.createElement('div').attachShadow({ mode: 'open' });
}

describe('shadowStyles', () => {
  it('shares one sheet among all roots', () => {
    const addStyles = shadowStyles(document, CSS);
    const [one, other] = [rootOf(), rootOf()];
    addStyles(one);
    addStyles(other);
    expect(one.adoptedStyleSheets[0]).toBe(other.adoptedStyleSheets[0]);
    expect(one.querySelector('style')).toBeNull();
  });

  it('writes a style element where a root refuses the sheet, as in Firefox', () => {
    const root = rootOf();
    Object.defineProperty(root, 'adoptedStyleSheets', {
      set() {
        throw new Error('Accessing from Xray wrapper is not supported.');
      },
    });
    shadowStyles(document, CSS)(root);
    expect(root.querySelector('style')?.textContent).toBe(CSS);
  });

  it('writes a style element where no sheet can be constructed', () => {
    const view = { CSSStyleSheet: undefined };
    const without = Object.create(document, { defaultView: { value: view } });
    const CONSTRUCTOR = globalThis.CSSStyleSheet;
    Reflect.deleteProperty(globalThis, 'CSSStyleSheet');
    const root = rootOf();
    shadowStyles(without, CSS)(root);
    globalThis.CSSStyleSheet = CONSTRUCTOR;
    expect(root.querySelector('style')?.textContent).toBe(CSS);
  });
});
