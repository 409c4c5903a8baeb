import type { SettingView } from '../../components/settings/setting-view';
import { CITATION_KEY_STYLES } from '../../lib/core/citation-key';
import type { Settings } from '../../lib/core/settings';
import type { Translator } from '../../lib/i18n/translate';

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

function ownTemplate(template: string, t: Translator): SettingView {
  return {
    id: 'keyTemplate',
    section: t('settingsCitationKeys'),
    label: t('settingKeyTemplate'),
    hint: t('settingKeyTemplateHint', '[auth] [authors] [year] [word] [words] [Words3]'),
    control: { kind: 'text', value: template },
  };
}

/** Everything that can be set, as it stands, in the order of the page. */
export function settingViews(settings: Settings, t: Translator): readonly SettingView[] {
  const { seenLimit, showInPages, showRelated, keyTemplate } = settings;
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
    ...(isOwn ? [ownTemplate(keyTemplate, t)] : []),
    {
      id: 'clearSeen',
      section: t('settingsSeen'),
      label: t('clearSeen'),
      hint: '',
      control: { kind: 'action', text: t('forget'), question: t('clearSeenQuestion') },
    },
  ];
}
