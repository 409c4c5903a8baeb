import { computed, signal } from '@preact/signals';
import { browser } from '@wxt-dev/browser';
import type { SettingValue, SettingView, SiteView } from '../../components/settings/setting-view';
import { CITATION_KEY_STYLES } from '../../lib/core/citation-key';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/core/settings';
import { type Command, type Keymap, withOwnKeys } from '../../lib/keyboard/keymap';
import type { Send } from '../../lib/messages/client';
import { adapters, optionalAdapters, siteOrigins } from '../../lib/sites/index';
import { showToast } from '../app/changes';
import { t } from '../app/connect';

/** What each style makes of one well-known paper. */
const KEY_STYLES: readonly { readonly value: string; readonly text: string }[] = [
  { value: CITATION_KEY_STYLES.scholar, text: 'vaswani2017attention (Google Scholar)' },
  {
    value: CITATION_KEY_STYLES['better-bibtex'],
    text: 'vaswaniAttentionAllYou2017 (Better BibTeX)',
  },
  { value: CITATION_KEY_STYLES.zotero, text: 'vaswani_attention_2017 (Zotero)' },
  { value: CITATION_KEY_STYLES.acl, text: 'vaswani-etal-2017-attention (ACL)' },
  { value: CITATION_KEY_STYLES.arxiv, text: 'vaswani2017attentionneed (arXiv)' },
];
/** Where an own template begins. */
const OWN_TEMPLATE = '[auth][Words3]';

function ownTemplate(template: string): SettingView {
  return {
    id: 'keyTemplate',
    section: t('settingsCitationKeys'),
    label: t('settingKeyTemplate'),
    hint: t('settingKeyTemplateHint', '[auth] [authors] [year] [word] [words] [Words3]'),
    control: { kind: 'text', value: template },
  };
}

/** What can be switched, and which sites are read. */
export class SettingsModel {
  readonly settings = signal<Settings>(DEFAULT_SETTINGS);
  readonly sites = signal<readonly SiteView[]>([]);
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  readonly keymap = computed<Keymap>(() => withOwnKeys(this.settings.value.keys));

  readonly shown = computed<readonly SettingView[]>(() => {
    const { seenLimit, showInPages, showRelated, keyTemplate } = this.settings.value;
    const isOwn = !KEY_STYLES.some(({ value }) => value === keyTemplate);
    return [
      {
        id: 'showInPages',
        section: t('settingsMarks'),
        label: t('settingShowInPages'),
        hint: t('settingShowInPagesHint'),
        control: { kind: 'switch', value: showInPages },
      },
      {
        id: 'showRelated',
        section: t('settingsMarks'),
        label: t('settingShowRelated'),
        hint: t('settingShowRelatedHint'),
        control: { kind: 'switch', value: showRelated },
      },
      {
        id: 'seenLimit',
        section: t('settingsSeen'),
        label: t('settingSeenLimit'),
        hint: t('settingSeenLimitHint'),
        control: { kind: 'number', value: seenLimit, min: 0, max: 100_000 },
      },
      {
        id: 'keyTemplate',
        section: t('settingsCitationKeys'),
        label: t('settingKeyStyle'),
        hint: t('settingKeyStyleHint'),
        control: {
          kind: 'choice',
          value: isOwn ? OWN_TEMPLATE : keyTemplate,
          options: [...KEY_STYLES, { value: OWN_TEMPLATE, text: t('settingKeyStyleOwn') }],
        },
      },
      ...(isOwn ? [ownTemplate(keyTemplate)] : []),
      {
        id: 'clearSeen',
        section: t('settingsSeen'),
        label: t('clearSeen'),
        hint: '',
        control: { kind: 'action', text: t('forget'), question: t('clearSeenQuestion') },
      },
    ];
  });

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
