import { render } from 'preact';
import '../../assets/tokens.css';
import '../../components/base.css';
import './gallery.css';
import { chinese, english } from '../../tests/support/translator';
import type { Look, Scene } from './scene';
import { scenes } from './scenes';

/** Ends what the scene shown listens to on the page. */
let leaving = new AbortController();

/** Shows what the address names, in a page as it was before anything was shown. */
function draw(): void {
  leaving.abort();
  leaving = new AbortController();
  const parameters = new URLSearchParams(location.search);
  const look: Look = {
    t: parameters.get('lang') === 'zh' ? chinese : english,
    theme: parameters.get('theme') === 'dark' ? 'dark' : 'light',
    direction: parameters.get('dir') === 'rtl' ? 'rtl' : 'ltr',
  };
  const root = document.documentElement;
  root.style.colorScheme = look.theme;
  root.lang = look.t.language;
  root.dir = look.direction;

  const main = emptied();
  const scene = scenes.find(({ id }) => id === parameters.get('scene'));
  if (scene) show(main, scene, look);
  else render(<Index />, main);
}

/** The element to draw in, new, with nothing of an earlier scene beside it. */
function emptied(): HTMLElement {
  const old = document.getElementById('gallery');
  if (old === null) throw new Error('the gallery page has an element #gallery');
  render(null, old);
  const main = document.createElement('div');
  main.id = 'gallery';
  old.replaceWith(main);
  while (document.body.nextSibling) document.body.nextSibling.remove(); // cards and bars
  scrollTo(0, 0);
  return main;
}

function show(main: HTMLElement, scene: Scene, look: Look): void {
  document.title = scene.title;
  main.className = `stage-${scene.stage}`;
  render(scene.render(look.t), main);
  scene.mount?.(main, look, leaving.signal);
}

function Index() {
  return (
    <div class="index">
      <h1>Paperkin gallery</h1>
      <ul>
        {scenes.map(({ id, title }) => (
          <li key={id}>
            <a href={`?scene=${id}`}>{title}</a>
            {['theme=dark', 'lang=zh', 'dir=rtl'].map((extra) => (
              <a key={extra} href={`?scene=${id}&${extra}`}>
                {extra}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

draw();
addEventListener('popstate', draw);
