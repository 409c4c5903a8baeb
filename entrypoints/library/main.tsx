import { render } from 'preact';
import { showProgress } from '../app/changes';
import { onPapersChanged, t } from '../app/connect';
import { loadSuggestions } from '../app/suggest';
import { App } from './app';
import { follow, imports, refresh } from './state';

document.documentElement.lang = t.language;
document.documentElement.dir = t.direction;
// Firefox keeps what pages asked it to keep; in Chrome `unlimitedStorage` does.
void navigator.storage.persist();
// Each batch of an import would have everything counted anew.
onPapersChanged(() => imports.view.value.kind !== 'importing' && void refresh(), showProgress);
window.addEventListener('hashchange', () => void follow());

const root = document.getElementById('app');
if (root) render(<App />, root);
await follow();
await refresh();
await loadSuggestions();
