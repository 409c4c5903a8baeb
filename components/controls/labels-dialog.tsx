import { useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Modal } from './modal';
import { TagInput } from './tag-input';

/** What is put on the papers and taken off them. */
export interface LabelsChange {
  readonly addTags: readonly string[];
  readonly addLists: readonly string[];
  readonly removeTags: readonly string[];
  readonly removeLists: readonly string[];
}

type Suggest = (typed: string) => readonly string[];

interface LabelsDialogProps {
  t: Translator;
  /** Papers that are changed. */
  count: number;
  suggestTags: Suggest;
  suggestLists: Suggest;
  onChange: (change: LabelsChange) => void;
  onClose: () => void;
}

const NOTHING: LabelsChange = { addTags: [], addLists: [], removeTags: [], removeLists: [] };

/** Tags and lists for all papers chosen, put on or taken off; the others they have stay. */
export function LabelsDialog(props: LabelsDialogProps) {
  const { t, count, suggestTags, suggestLists, onChange, onClose } = props;
  const [change, setChange] = useState(NOTHING);
  const input = (name: keyof LabelsChange, label: string, suggest: Suggest) => (
    <div class="field-label">
      <span aria-hidden="true">{label}</span>
      <TagInput
        t={t}
        label={label}
        placeholder=""
        tags={change[name]}
        suggest={suggest}
        onChange={(names) => setChange({ ...change, [name]: names })}
      />
    </div>
  );
  return (
    <Modal t={t} title={t.count('tagPapers', count)} onClose={onClose}>
      <form
        class="modal-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (Object.values(change).some((names) => names.length > 0)) onChange(change);
          else onClose();
        }}
      >
        {input('addTags', t('addTags'), suggestTags)}
        {input('addLists', t('addToLists'), suggestLists)}
        {input('removeTags', t('takeOffTags'), suggestTags)}
        {input('removeLists', t('takeOffLists'), suggestLists)}
        <div class="modal-foot">
          <button type="button" class="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="button button-primary">
            {t('apply')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
