import type { Scene } from '../scene';
import { libraryScenes } from './library';
import { pageScenes } from './pages';
import { pictureScenes } from './pictures';
import { popupScenes } from './popup';
import { siteScenes } from './site';

export const scenes: readonly Scene[] = [
  ...siteScenes,
  ...popupScenes,
  ...libraryScenes,
  ...pageScenes,
  ...pictureScenes,
];
