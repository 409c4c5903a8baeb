import type { Translator } from '../../lib/i18n/translate';
import { STATE_MARKS } from '../mark-shapes';
import { Icon, RelatedMark, StateMark } from '../marks';
import type { SiteView } from '../settings/setting-view';
import './first-run.css';

export interface FirstRunProps {
  t: Translator;
  sites: readonly SiteView[];
  onAllowSite: (id: string) => void;
  onImport: () => void;
  onDone: () => void;
  /** Firefox may have withheld the two main sites; then they are asked for first. */
  mainSitesMissing: boolean;
  onAllowMainSites: () => void;
}

const STATES = ['new', 'seen', 'saved', 'reading', 'read'] as const;
const STATE_HELP = {
  new: 'helpNew',
  seen: 'helpSeen',
  saved: 'helpSaved',
  reading: 'helpReading',
  read: 'helpRead',
} as const;

/** One screen: what the marks mean, bring what you have, more sites, done. */
export function FirstRun(props: FirstRunProps) {
  const { t, sites } = props;
  return (
    <main class="first-run">
      <header>
        <Icon of={STATE_MARKS.saved} sizePx={28} class="first-run-logo" />
        <h1>{t('welcome')}</h1>
        <p>{t('welcomeWhy')}</p>
      </header>
      {props.mainSitesMissing && (
        <section class="first-run-missing">
          <p>{t('mainSitesMissing')}</p>
          <button type="button" class="button button-primary" onClick={props.onAllowMainSites}>
            {t('allowMainSites')}
          </button>
        </section>
      )}
      <section>
        <h2>{t('marksTitle')}</h2>
        <ul class="first-run-marks">
          {STATES.map((state) => (
            <li key={state}>
              <StateMark t={t} state={state} />
              <span>{t(STATE_HELP[state])}</span>
            </li>
          ))}
          <li>
            <RelatedMark t={t} count={3} />
            <span>{t('helpRelated')}</span>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t('bringTitle')}</h2>
        <p>{t('bringWhy')}</p>
        <button type="button" class="button" onClick={props.onImport}>
          {t('importTitle')}
        </button>
      </section>
      <section>
        <h2>{t('moreSites')}</h2>
        <p>{t('moreSitesWhy')}</p>
        <ul class="first-run-sites">
          {sites.map(({ id, name, isAllowed }) => (
            <li key={id}>
              <button
                type="button"
                class="button"
                aria-pressed={isAllowed}
                disabled={isAllowed}
                onClick={() => props.onAllowSite(id)}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <footer>
        <p class="hint">{t('privacy')}</p>
        <button type="button" class="button button-primary" onClick={props.onDone}>
          {t('openFeed')}
        </button>
      </footer>
    </main>
  );
}
