import { useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { COMMANDS, type Command, type Keymap } from '../../lib/keyboard/keymap';
import { COMMAND_TEXTS } from '../controls/keyboard-help';
import { Keys } from './keys';
import { Setting } from './setting';
import type { SettingValue, SettingView, SiteView } from './setting-view';
import { Sites } from './sites';
import './settings.css';

export interface SettingsPageProps {
  t: Translator;
  settings: readonly SettingView[];
  onSetting: (id: string, value: SettingValue) => void;
  /** An action was pressed and confirmed. */
  onAction: (id: string) => void;
  sites: readonly SiteView[];
  /** The click that may ask the browser for the site. */
  onAllowSite: (id: string) => void;
  onForbidSite: (id: string) => void;
  onSiteOn: (id: string, isOn: boolean) => void;
  keymap: Keymap;
  onKey: (command: Command, key: string) => void;
  onResetKeys: () => void;
}

/** All settings under one search box, the sites, and the keys. */
export function SettingsPage(props: SettingsPageProps) {
  const { t, settings, sites } = props;
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLocaleLowerCase(t.language);
  const fits = (...texts: string[]) =>
    texts.some((text) => text.toLocaleLowerCase(t.language).includes(wanted));
  const shown = settings.filter(({ section, label, hint }) => fits(section, label, hint));
  const shownSites = sites.filter(({ name, host }) => fits(t('sites'), name, host));
  const sections = [...new Set(shown.map(({ section }) => section))];
  const commands = COMMANDS.filter((name) => fits(t('keyboardHelp'), t(COMMAND_TEXTS[name])));
  const isEmpty = shown.length === 0 && shownSites.length === 0 && commands.length === 0;
  return (
    <div class="scroll page settings">
      <h2>{t('settings')}</h2>
      <input
        type="search"
        class="field"
        aria-label={t('searchSettings')}
        placeholder={t('searchSettings')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {sections.map((section) => (
        <section key={section}>
          <h3>{section}</h3>
          {shown
            .filter((setting) => setting.section === section)
            .map((setting) => (
              <Setting
                key={setting.label}
                t={t}
                setting={setting}
                onAction={() => props.onAction(setting.id)}
                onChange={(value) => props.onSetting(setting.id, value)}
              />
            ))}
        </section>
      ))}
      {shownSites.length > 0 && <Sites {...props} sites={shownSites} />}
      {commands.length > 0 && <Keys {...props} commands={commands} />}
      {isEmpty && <p class="hint">{t('noSetting')}</p>}
    </div>
  );
}
