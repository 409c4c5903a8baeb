import { expect, it } from 'vitest';
import { scriptMs } from '../../support/script-time';

const node = (id: number, url: string, children: number[] = []) => ({
  id,
  callFrame: { url },
  children,
});

it('counts the time of our script and of what it calls, and nobody else’s', () => {
  const profile = {
    nodes: [
      node(1, '', [2, 4]),
      node(2, 'chrome-extension://ours/a.js', [3]),
      node(3, ''), // a function of the browser, called by ours
      node(4, 'https://page.example/b.js'),
    ],
    samples: [2, 3, 4, 1, 2],
    timeDeltas: [0, 1000, 2000, 4000, 8000],
  };
  expect(scriptMs(profile, 'chrome-extension://ours/')).toBe(3);
});
