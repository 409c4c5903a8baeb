import { useRef } from 'preact/hooks';
import type { PluralName, Translator } from '../../lib/i18n/translate';
import { useFocus } from '../controls/use-focus';
import {
  IMPORT_GROUPS,
  type ImportEntry,
  type ImportExtras,
  type ImportGroup,
  type ImportPreview,
  type ImportProblem,
} from './import-view';

const GROUP_TEXTS: Record<ImportGroup, PluralName> = {
  new: 'importNew',
  changed: 'importChanged',
  duplicates: 'importDuplicates',
  known: 'importKnown',
};

/** A group may hold thousands; these show what kind of records they are. */
const MOST_SHOWN = 50;

interface PreviewProps {
  t: Translator;
  preview: ImportPreview;
  onConfirm: () => void;
  onCancel: () => void;
}

/** What the import would do, group by group, before anything is changed. */
export function Preview({ t, preview, onConfirm, onCancel }: PreviewProps) {
  const { groups, problems, doubts, extras } = preview;
  const next = useRef<HTMLButtonElement>(null);
  useFocus(next);
  const adding = groups.new.length + groups.changed.length + groups.duplicates.length;
  const isNothing = adding === 0 && !extras;
  return (
    <div class="import-preview">
      <p>{t('importRecognised', preview.fileName || t('pastedText'), preview.format)}</p>
      {IMPORT_GROUPS.filter((group) => groups[group].length > 0).map((group) => (
        <details key={group} class={`import-group import-${group}`}>
          <summary>{t.count(GROUP_TEXTS[group], groups[group].length)}</summary>
          <Entries t={t} entries={groups[group]} />
        </details>
      ))}
      {problems.length > 0 && (
        <details class="import-group import-problems" open>
          <summary>{t.count('importProblems', problems.length)}</summary>
          <Problems t={t} problems={problems} />
        </details>
      )}
      {doubts.length > 0 && (
        <details class="import-group import-doubts">
          <summary>{t.count('importDoubts', doubts.length)}</summary>
          <Problems t={t} problems={doubts} />
        </details>
      )}
      {extras && <Extras t={t} extras={extras} />}
      {isNothing && <p>{t('importNothing')}</p>}
      <p class="page-actions">
        {isNothing ? (
          <button type="button" class="button" ref={next} onClick={onCancel}>
            {t('back')}
          </button>
        ) : (
          <>
            <button type="button" class="button button-primary" ref={next} onClick={onConfirm}>
              {adding > 0 ? t.count('importConfirm', adding) : t('import')}
            </button>
            <button type="button" class="button" onClick={onCancel}>
              {t('cancel')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}

function Extras({ t, extras }: { t: Translator; extras: ImportExtras }) {
  const { lists, searches, hasSettings } = extras;
  return (
    <ul class="import-extras">
      {lists.length > 0 && <li>{t('importLists', t.list(lists))}</li>}
      {searches.length > 0 && <li>{t('importSearches', t.list(searches))}</li>}
      {hasSettings && <li>{t('importSettings')}</li>}
    </ul>
  );
}

function Entries({ t, entries }: { t: Translator; entries: readonly ImportEntry[] }) {
  const more = entries.length - MOST_SHOWN;
  return (
    <ul>
      {entries.slice(0, MOST_SHOWN).map(({ title, detail }, index) => (
        <li key={index}>
          <span dir="auto">{title}</span>
          {detail && <span class="hint"> {detail}</span>}
        </li>
      ))}
      {more > 0 && <li class="hint">{t.count('andMore', more)}</li>}
    </ul>
  );
}

function Problems({ t, problems }: { t: Translator; problems: readonly ImportProblem[] }) {
  const more = problems.length - MOST_SHOWN;
  return (
    <ul>
      {problems.slice(0, MOST_SHOWN).map(({ line, reason }, index) => (
        <li key={index}>
          {line !== undefined && <span class="import-line">{t('line', line)}</span>} {reason}
        </li>
      ))}
      {more > 0 && <li class="hint">{t.count('andMore', more)}</li>}
    </ul>
  );
}
