import type { Translator } from '../../lib/i18n/translate';
import { Switch } from '../controls/switch';
import type { SiteView } from './setting-view';

interface SitesProps {
  t: Translator;
  sites: readonly SiteView[];
  onAllowSite: (id: string) => void;
  onForbidSite: (id: string) => void;
  onSiteOn: (id: string, isOn: boolean) => void;
}

/** Where Paperkin may read: each site asked for by itself and given back by one click. */
export function Sites({ t, sites, onAllowSite, onForbidSite, onSiteOn }: SitesProps) {
  return (
    <section>
      <h3>{t('sites')}</h3>
      <p class="hint">{t('sitesWhy')}</p>
      {sites.map(({ id, name, host, isAllowed, isFixed, isOn }) => (
        <div class="setting" key={id}>
          <div>
            <span>{name}</span>
            <p class="hint">{host}</p>
          </div>
          {isAllowed ? (
            <>
              {!isFixed && (
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={t('forbidSite', name)}
                  onClick={() => onForbidSite(id)}
                >
                  {t('giveBack')}
                </button>
              )}
              <Switch
                label={t('showOnSite', name)}
                isOn={isOn}
                onChange={(on) => onSiteOn(id, on)}
              />
            </>
          ) : (
            <button
              type="button"
              class="button"
              aria-label={t('allowSite', name)}
              onClick={() => onAllowSite(id)}
            >
              {t('allow')}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
