import { randomInt, seededRandom } from '../../../tests/support/random';
import { byScore, type Scored } from './engine';
import { InvertedEngine, TF_IDF } from './inverted-engine';
import { product } from './text-rows';

const NEGATIVES = 1_500;
const EPOCHS = 8;

/**
 * What arxiv-sanity does: a linear SVM on TF-IDF rows, the saved papers against a sample of all
 * others, by dual coordinate descent (Hsieh et al., 2008) with classes of equal weight.
 */
export class SvmEngine extends InvertedEngine {
  constructor() {
    super(TF_IDF);
  }

  override async rankForLibrary(
    saved: readonly string[],
    candidates: readonly string[],
  ): Promise<Scored[]> {
    const random = seededRandom(3);
    const all = [...this.papers.keys()];
    const known = new Set(saved);
    const others = Array.from(
      { length: NEGATIVES },
      () => all[randomInt(random, all.length)] ?? '',
    );
    const negatives = others.filter((id) => !known.has(id));
    const ids = [...saved, ...negatives];
    const weights = new Map<string, number>();
    const alphas = new Float64Array(ids.length);
    for (let step = 0; step < EPOCHS * ids.length; step++) {
      const i = randomInt(random, ids.length);
      const row = this.unitRow(ids[i] ?? '');
      const sign = i < saved.length ? 1 : -1;
      const most = sign > 0 ? negatives.length / saved.length : 1;
      const margin = sign * product(weights, row);
      const alpha = Math.min(most, Math.max(0, (alphas[i] ?? 0) + 1 - margin));
      const change = sign * (alpha - (alphas[i] ?? 0));
      alphas[i] = alpha;
      if (change === 0) continue;
      for (const [term, weight] of row)
        weights.set(term, (weights.get(term) ?? 0) + change * weight);
    }
    return candidates
      .map((id) => ({ id, score: product(weights, this.unitRow(id)) }))
      .sort(byScore);
  }
}
