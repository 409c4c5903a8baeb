import { render } from 'preact';
import { onPapersChanged, t } from '../app/connect';
import { App } from './app';
import { readHash } from './places';
import { go, imports, isFirstRun, openDetail, openExport, refresh } from './state';

document.documentElement.lang = t.language;
document.documentElement.dir = t.direction;
// Firefox keeps what pages asked it to keep; in Chrome `unlimitedStorage` does.
void navigator.storage.persist();
// Each batch of an import would have everything counted anew.
onPapersChanged(() => imports.view.value.kind !== 'importing' && void refresh());
window.addEventListener('hashchange', () => void follow());

const root = document.getElementById('app');
if (root) render(<App />, root);
await follow();
await refresh();

async function follow(): Promise<void> {
  isFirstRun.value = location.hash === '#welcome';
  const { place, paper, exported } = readHash(location.hash);
  await go(place);
  if (paper) await openDetail(paper);
  if (exported) await openExport(exported);
}
