import type { Scene } from '../scene';
import { siteScenes } from './site';

export const scenes: readonly Scene[] = [...siteScenes];
