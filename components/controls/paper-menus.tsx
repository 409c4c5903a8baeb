import type { Translator } from '../../lib/i18n/translate';
import { COPY_FORMATS, COPY_TEXTS, type CopyFormat } from '../copy-formats';
import type { PlaceView } from '../popup/page-view';
import { Menu } from './menu';

interface PaperMenusProps {
  t: Translator;
  places: readonly PlaceView[];
  onCopy: (format: CopyFormat) => void;
}

/** Where else a paper can be opened, and as what it can be copied. */
export function PaperMenus({ t, places, onCopy }: PaperMenusProps) {
  return (
    <div class="menu-row">
      <Menu
        label={t('openElsewhere')}
        items={places.map(({ name, url }) => ({ label: name, href: url }))}
      />
      <Menu
        label={t('copyAs')}
        items={COPY_FORMATS.map((format) => ({
          label: t(COPY_TEXTS[format]),
          onChoose: () => onCopy(format),
        }))}
      />
    </div>
  );
}
