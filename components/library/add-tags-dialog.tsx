import { useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Modal } from '../controls/modal';
import { TagInput } from '../controls/tag-input';

interface AddTagsDialogProps {
  t: Translator;
  /** Papers that get them. */
  count: number;
  suggest: (typed: string) => readonly string[];
  onAdd: (tags: readonly string[]) => void;
  onClose: () => void;
}

/** Tags for all papers chosen; those they have stay. */
export function AddTagsDialog({ t, count, suggest, onAdd, onClose }: AddTagsDialogProps) {
  const [tags, setTags] = useState<readonly string[]>([]);
  return (
    <Modal t={t} title={t.count('tagPapers', count)} onClose={onClose}>
      <form
        class="modal-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (tags.length > 0) onAdd(tags);
          else onClose();
        }}
      >
        <TagInput t={t} tags={tags} suggest={suggest} onChange={setTags} />
        <div class="modal-foot">
          <button type="button" class="button" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="button button-primary">
            {t('add')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
