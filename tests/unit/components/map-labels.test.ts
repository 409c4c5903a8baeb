import { expect, it } from 'vitest';
import { labelsWithRoom } from '../../../components/map/labels';
import { fitViewport, zoomAt } from '../../../components/map/viewport';

const CLUSTERS = [
  { name: 'counting', x: 0, y: 0 },
  { name: 'retrieval', x: 0.02, y: 0.01 },
  { name: 'attention', x: 0.8, y: 0.8 },
];
const fit = fitViewport(600, 600);

it('shows no name over another', () => {
  expect(labelsWithRoom(CLUSTERS, fit).map(({ name }) => name)).toEqual(['counting', 'attention']);
});

it('shows all names where zooming made room for them', () => {
  let near = fit;
  for (let i = 0; i < 12; i++) near = zoomAt(near, 1.5, { x: 300, y: 300 }, fit);
  expect(labelsWithRoom(CLUSTERS.slice(0, 2), near)).toHaveLength(2);
});
