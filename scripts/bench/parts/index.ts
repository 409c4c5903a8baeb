import { badgesPart } from './badges';
import { coldPart } from './cold';
import { contentPart } from './content';
import { firefoxPart } from './firefox';
import { importPart } from './import';
import { libraryPart } from './library';
import { lookUpPart } from './look-up';
import { memoryPart } from './memory';
import type { Part } from './part';
import { popupPart } from './popup';
import { relatedPart } from './related';
import { savePart } from './save';
import { searchPart } from './search';
import { sizesPart } from './sizes';
import { storePart } from './store';
import { upkeepPart } from './upkeep';

/** All parts of the bench, in the order they run: what matters most comes first. */
export const PARTS: readonly Part[] = [
  coldPart,
  lookUpPart,
  searchPart,
  relatedPart,
  badgesPart,
  popupPart,
  savePart,
  contentPart,
  sizesPart,
  memoryPart,
  storePart,
  libraryPart,
  upkeepPart,
  importPart,
  firefoxPart,
];
