import { coldPart } from './cold';
import { contentPart } from './content';
import { importPart } from './import';
import { lookUpPart } from './look-up';
import { memoryPart } from './memory';
import type { Part } from './part';
import { popupPart } from './popup';
import { relatedPart } from './related';
import { savePart } from './save';
import { searchPart } from './search';
import { sizesPart } from './sizes';
import { upkeepPart } from './upkeep';

/** All parts of the bench, in the order they run. */
export const PARTS: readonly Part[] = [
  coldPart,
  lookUpPart,
  popupPart,
  savePart,
  contentPart,
  memoryPart,
  sizesPart,
  relatedPart,
  searchPart,
  upkeepPart,
  importPart,
];
