import { render } from 'preact';
import { showProgress } from '../app/changes';
import { onPapersChanged, t } from '../app/connect';
import { App } from './app';
import { load, refresh } from './state';

onPapersChanged(() => void refresh(), showProgress);
// Before anything is drawn: the database opens meanwhile. Not awaited here, since the bundler splits
// what awaits at its top into more files.
void load();

document.documentElement.lang = t.language;
document.documentElement.dir = t.direction;
const root = document.getElementById('app');
if (root) render(<App />, root);
