/**
 * Identifiers of papers: from text and addresses to one canonical key, and back to what people
 * write. Each scheme and its one spelling stand in identifiers/schemes.ts.
 */
export { parseArxivId } from './identifiers/arxiv-id';
export { parseDoi } from './identifiers/doi';
export { formatIdentifier } from './identifiers/format-identifier';
export { parseIdentifier } from './identifiers/identifier-text';
export {
  type Identifier,
  type PaperAddress,
  parsePaperAddress,
} from './identifiers/paper-address';
export { isPaperKey, type Scheme, toPaperKey } from './identifiers/schemes';
