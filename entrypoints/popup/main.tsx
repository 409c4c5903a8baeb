import { render } from 'preact';
import { showProgress } from '../app/changes';
import { onPapersChanged, t } from '../app/connect';
import { App } from './app';
import { load, refresh } from './state';

document.documentElement.lang = t.language;
document.documentElement.dir = t.direction;
onPapersChanged(() => void refresh(), showProgress);

const root = document.getElementById('app');
if (root) render(<App />, root);
await load();
