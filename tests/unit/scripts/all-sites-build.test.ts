import { expect, it } from 'vitest';
import { grantAllSites } from '../../../scripts/pages/all-sites-build';

it('grants every site, beside those that the build has leave for', () => {
  const granted = grantAllSites({
    host_permissions: ['https://arxiv.org/*'],
    optional_host_permissions: ['https://openreview.net/*'],
  });
  expect(granted).toEqual({
    host_permissions: ['https://arxiv.org/*', '<all_urls>'],
    optional_host_permissions: ['https://openreview.net/*'],
  });
});
