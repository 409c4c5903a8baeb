import { expect, it } from 'vitest';
import { grantAllSites } from '../../../scripts/pages/all-sites-build';

it('grants every site, and runs the script of optional sites on those that a person could turn on', () => {
  const granted = grantAllSites({
    host_permissions: ['https://arxiv.org/*'],
    optional_host_permissions: ['https://openreview.net/*'],
    content_scripts: [{ matches: ['https://arxiv.org/*'] }],
  });
  expect(granted.host_permissions).toEqual(['https://arxiv.org/*', '<all_urls>']);
  expect(granted.content_scripts).toEqual([
    { matches: ['https://arxiv.org/*'] },
    { matches: ['https://openreview.net/*'], js: ['sites.js'] },
  ]);
});
