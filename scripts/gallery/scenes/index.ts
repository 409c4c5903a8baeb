import type { Scene } from '../scene';
import { popupScenes } from './popup';
import { siteScenes } from './site';

export const scenes: readonly Scene[] = [...siteScenes, ...popupScenes];
