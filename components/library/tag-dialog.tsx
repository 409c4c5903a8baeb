import { useState } from 'preact/hooks';
import type { Translator } from '../../lib/i18n/translate';
import { Modal } from '../controls/modal';

interface TagDialogProps {
  t: Translator;
  tag: string;
  /** Papers that have it. */
  count: number;
  /** All tags, so that a name in use means merging. */
  tags: readonly string[];
  onRename: (to: string) => void;
  onDelete: () => void;
  onClose: () => void;
}

/** Renames a tag everywhere, merges it into another, or takes it off every paper. */
export function TagDialog({ t, tag, count, tags, onRename, onDelete, onClose }: TagDialogProps) {
  const [name, setName] = useState(tag);
  const wanted = name.trim().replace(/\s+/g, ' ');
  const isMerge = wanted !== tag && tags.includes(wanted);
  return (
    <Modal t={t} title={t('editTag', tag)} onClose={onClose}>
      <form
        class="modal-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '' && wanted !== tag) onRename(wanted);
        }}
      >
        <input
          class="field"
          aria-label={t('tagName')}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <p class="hint" role="status">
          {isMerge ? t.count('tagMerge', count, wanted) : t.count('tagRename', count)}
        </p>
        <div class="modal-foot">
          <button type="button" class="button button-danger" onClick={onDelete}>
            {t('deleteTag')}
          </button>
          <button
            type="submit"
            class="button button-primary"
            disabled={wanted === '' || wanted === tag}
          >
            {isMerge ? t('merge') : t('rename')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
