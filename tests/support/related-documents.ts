import type { PaperKey } from '../../lib/core/paper';
import type { RelatedDocument } from '../../lib/related/related-index';

/** A paper for relatedness; what is not given is empty. */
export function makeDocument(
  facts: Partial<Omit<RelatedDocument, 'id'>> & { readonly id?: string; readonly title: string },
): RelatedDocument {
  return { authors: [], ...facts, id: (facts.id ?? `arxiv:${facts.title}`) as PaperKey };
}

/** Ten invented papers on three subjects: sparse coding of language models, ice, and bees. */
export const TEN_PAPERS: readonly RelatedDocument[] = [
  [
    '2901.00001',
    'Sparse autoencoders find readable features in language models',
    'We train sparse autoencoders on the activations of large language models and find features that people can read.',
    ['Ada Oak', 'Li Stone'],
  ],
  [
    '2901.00002',
    'Steering language models with sparse features',
    'Features found by sparse autoencoders steer what a language model writes.',
    ['Ada Oak'],
  ],
  [
    '2901.00003',
    'Dictionary learning for transformer activations',
    'A dictionary of sparse features explains the activations of a transformer better than neurons do.',
    ['Mo Reed'],
  ],
  [
    '2901.00004',
    'Circuits of features in small transformers',
    'We trace circuits between sparse features through the layers of a transformer.',
    ['Mo Reed', 'Li Stone'],
  ],
  [
    '2901.00005',
    'Melt ponds on Arctic sea ice',
    'Melt ponds lower the albedo of Arctic sea ice in summer and speed up its retreat.',
    ['Ida Frost'],
  ],
  [
    '2901.00006',
    'Albedo of snow on sea ice',
    'We measure how snow changes the albedo of sea ice and of melt ponds beneath.',
    ['Ida Frost', 'Olaf Berg'],
  ],
  [
    '2901.00007',
    'Thickness of sea ice from satellite altimetry',
    'Satellite altimetry gives the thickness of Arctic sea ice within a few centimetres.',
    ['Olaf Berg'],
  ],
  [
    '2901.00008',
    'Waggle dances of honey bees',
    'Honey bees tell the distance of flowers by the waggle dance; we read it with a camera.',
    ['Bea Hive'],
  ],
  [
    '2901.00009',
    'How honey bees learn the waggle dance',
    'Young honey bees that never saw a waggle dance make errors in distance and direction.',
    ['Bea Hive'],
  ],
  [
    '2901.00010',
    'Pollen choice of bumble bees',
    'Bumble bees choose pollen by its ratio of protein to fat.',
    ['Tom Meadow'],
  ],
].map(([id, title, abstract, authors]) =>
  makeDocument({
    id: `arxiv:${id}`,
    title: title as string,
    abstract: abstract as string,
    authors: authors as string[],
    date: '2029',
  }),
);
