import type { KeyInput } from 'puppeteer-core';
import type { TestTab } from './test-browser';

/** A tab as one person uses it, with the count of what the hands did. */
export class Hands {
  clicks = 0;
  keys = 0;

  constructor(readonly tab: TestTab) {}

  async press(name: string, within: string): Promise<void> {
    await this.tab.press(name, within);
    this.clicks += 1;
  }

  async click(selector: string): Promise<void> {
    await this.tab.click(selector);
    this.clicks += 1;
  }

  async key(...names: readonly KeyInput[]): Promise<void> {
    for (const name of names) await this.tab.key(name);
    this.keys += names.length;
  }

  async type(text: string): Promise<void> {
    await this.tab.type(text);
    this.keys += text.length;
  }

  /** What only the browser itself can be asked for: its own shortcut, its toolbar's button. */
  async byBrowser(way: 'click' | 'key'): Promise<void> {
    if (way === 'click') this.clicks += 1;
    else this.keys += 1;
  }
}
