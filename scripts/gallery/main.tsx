import { render } from 'preact';
import '../../assets/tokens.css';
import '../../components/base.css';
import './gallery.css';
import { chinese, english } from '../../tests/support/translator';
import type { Look, Scene } from './scene';
import { scenes } from './scenes';

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

const main = document.getElementById('gallery');
if (main === null) throw new Error('the gallery page has an element #gallery');
const scene = scenes.find(({ id }) => id === parameters.get('scene'));
if (scene) show(main, scene);
else render(<Index />, main);

function show(main: HTMLElement, scene: Scene): void {
  document.title = scene.title;
  main.className = `stage-${scene.stage}`;
  render(scene.render(look.t), main);
  scene.mount?.(main, look);
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
