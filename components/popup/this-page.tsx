import { FileSearch, Globe, ShieldCheck } from 'lucide';
import { Empty, Failure, Loading } from '../controls/notices';
import { PasteBox } from '../controls/paste-box';
import { useCommands } from '../controls/use-commands';
import { copyBy, runPaperCommand } from '../paper-list/list-commands';
import { isSaved } from '../paper-view';
import { PageList } from './page-list';
import { PagePaper } from './page-paper';
import type { ThisPageProps } from './this-page-props';

/** The paper or papers of the page, or what can be done where there are none. */
export function ThisPage(props: ThisPageProps) {
  const { t, view } = props;
  usePageKeys(props);
  switch (view.kind) {
    case 'loading':
      return <Loading t={t} rows={4} />;
    case 'failed':
      return <Failure t={t} error={view.error} onRetry={props.onRetry} />;
    case 'paper':
      return (
        <>
          <MarksOffer {...props} />
          <PagePaper key={view.paper.key} {...props} paper={view.paper} />
          <PasteFold {...props} />
        </>
      );
    case 'list':
      return (
        <>
          <MarksOffer {...props} />
          <PageList {...props} papers={view.papers} />
          <PasteFold {...props} />
        </>
      );
    case 'permission':
      return (
        <Empty of={ShieldCheck} title={t('siteCanBeRead', view.siteName)}>
          <p>{t('siteNeedsPermission', view.siteName)}</p>
          <button type="button" class="button button-primary" onClick={props.onAllowSite}>
            {t('allowSite', view.siteName)}
          </button>
        </Empty>
      );
    case 'unread-listing':
      return (
        <div class="scroll">
          <Empty of={FileSearch} title={t('listingNotRead')}>
            <p>{t('listingNotReadWhy', view.siteName)}</p>
          </Empty>
          <PasteBox {...props} />
        </div>
      );
    case 'nothing':
      return (
        <div class="scroll">
          <Empty of={Globe} title={t('noPaperHere')}>
            <p>{t(view.reason === 'browser-page' ? 'noPaperBrowserPage' : 'noPaperWhy')}</p>
          </Empty>
          <PasteBox {...props} />
        </div>
      );
  }
}

/** Keys that mean the same whatever is on the page; a listing has those of its rows besides. */
function usePageKeys({ keymap, view, actions, onUndo, onHelp, onCopy }: ThisPageProps): void {
  useCommands(keymap, (command) => {
    if (command === 'help') onHelp();
    else if (command === 'undo') onUndo();
    else if (view.kind !== 'paper') return false;
    // The note is written in the form below, and what is not saved yet is saved there.
    else if (command === 'note') return false;
    else if (isSaved(view.paper)) return runPaperCommand(command, view.paper, actions);
    else return copyBy(command, (format) => onCopy(view.paper.key, format));
    return true;
  });
}

/** The page was read because the popup was opened; marks in it need the site's permission. */
function MarksOffer({ t, offeredSite, onAllowSite }: ThisPageProps) {
  if (!offeredSite) return null;
  return (
    <p class="marks-offer">
      <button type="button" class="button button-quiet" onClick={onAllowSite}>
        {t('marksOffered', offeredSite)}
      </button>
    </p>
  );
}

/** Other papers than those of the page. */
function PasteFold(props: ThisPageProps) {
  return (
    <details class="paste-fold">
      <summary>{props.t('pasteFold')}</summary>
      <PasteBox {...props} />
    </details>
  );
}
