import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { SettingValue, SiteView } from '../../components/settings/setting-view';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/core/settings';
import { type Command, type Keymap, withOwnKeys } from '../../lib/keyboard/keymap';
import type { Send } from '../../lib/messages/client';
import { adapters, optionalAdapters, siteOrigins } from '../../lib/sites/index';
import { showToast } from '../app/changes';
import { t } from '../app/connect';
import { settingViews } from './setting-views';

/** What can be switched, and which sites are read. */
export class SettingsModel {
  readonly settings = signal<Settings>(DEFAULT_SETTINGS);
  readonly sites = signal<readonly SiteView[]>([]);
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  readonly keymap = computed<Keymap>(() => withOwnKeys(this.settings.value.keys));

  readonly shown = computed(() => settingViews(this.settings.value, t));

  async load(): Promise<void> {
    this.settings.value = await this.#send('settings.get', {});
    const granted = await Promise.all(
      adapters.map((adapter) => browser.permissions.contains({ origins: siteOrigins(adapter) })),
    );
    this.sites.value = adapters.map((adapter, i) => {
      const host = new URL(siteOrigins(adapter)[0]?.replace('*.', '').replace('/*', '/') ?? '')
        .host;
      return {
        id: adapter.id,
        name: adapter.name,
        host,
        isAllowed: granted[i] ?? false,
        isFixed: !optionalAdapters.includes(adapter),
        isOn: !this.settings.value.quietHosts.includes(host),
      };
    });
  }

  async change(change: Partial<Settings>): Promise<void> {
    this.settings.value = await this.#send('settings.set', { settings: change });
    await this.load();
  }

  set(id: string, value: SettingValue): Promise<void> {
    return this.change({ [id]: value });
  }

  /** Only what was seen and not saved. */
  async forgetSeen(): Promise<void> {
    await this.#send('seen.clear', {});
    showToast({ text: t('seenForgotten') });
  }

  setKey(command: Command, key: string): Promise<void> {
    return this.change({ keys: { ...this.settings.value.keys, [command]: key } });
  }

  /** The browser's question must be the first thing in the click, and can be asked once in it. */
  allow(ids: readonly string[]): void {
    const origins = ids.flatMap((id) => this.#originsOf(id));
    void browser.permissions.request({ origins }).then(() => this.load());
  }

  async forbid(id: string): Promise<void> {
    await browser.permissions.remove({ origins: this.#originsOf(id) });
    await this.load();
  }

  setOn(id: string, isOn: boolean): Promise<void> {
    const host = this.sites.value.find((site) => site.id === id)?.host ?? '';
    const others = this.settings.value.quietHosts.filter((one) => one !== host);
    return this.change({ quietHosts: isOn ? others : [...others, host] });
  }

  #originsOf(id: string): string[] {
    const adapter = adapters.find((one) => one.id === id);
    return adapter ? siteOrigins(adapter) : [];
  }
}
