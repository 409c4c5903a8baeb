import { signal } from '@preact/signals';
import type { StatisticsView } from '../../components/statistics/statistics-page';
import { toErrorData } from '../../lib/core/errors';
import type { LibraryStatistics } from '../../lib/core/statistics';
import type { Send } from '../../lib/messages/client';
import { t } from '../app/connect';

/** What was saved and read, counted when the page is opened. */
export class StatisticsModel {
  readonly view = signal<StatisticsView>({ kind: 'loading' });
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  async load(): Promise<void> {
    try {
      this.view.value = toView(await this.#send('library.statistics', {}));
    } catch (error) {
      this.view.value = { kind: 'failed', error: toErrorData(error) };
    }
  }
}

function toView({ weeks, oldest, topics, months }: LibraryStatistics): StatisticsView {
  return {
    kind: 'ready',
    weeks,
    oldest: oldest.map(({ id, title, addedAtMs }) => ({ key: id, title: title || id, addedAtMs })),
    topics,
    periods: months.map((month) => t.isoDate(month)),
  };
}
