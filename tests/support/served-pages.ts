/** One answer to a browser. `body` is UTF-8 text or bytes as they were saved. */
export interface ServedPage {
  readonly body: string | Buffer;
  /** `text/html; charset=utf-8` where nothing is said. */
  readonly contentType?: string;
}

/** The page at an address (without its fragment); null where there is none. */
export type PageSource = (url: URL) => ServedPage | null;

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
}

/**
 * Stands in for the whole web: answers what its sources know and 404 to everything else, so that a
 * test neither needs nor touches a network. Keeps count of both.
 */
export class ServedPages {
  readonly #sources: PageSource[] = [];
  /** Addresses answered, in order. */
  readonly served: string[] = [];
  /** Addresses asked for and not known (the browser's own wish for a favicon aside). */
  readonly missed: string[] = [];

  /** Later sources come first. */
  add(source: PageSource): void {
    this.#sources.unshift(source);
  }

  answer(address: string): Answer {
    const url = new URL(address);
    url.hash = '';
    for (const source of this.#sources) {
      const page = source(url);
      if (!page) continue;
      this.served.push(url.href);
      const contentType = page.contentType ?? 'text/html; charset=utf-8';
      return { status: 200, contentType, body: page.body };
    }
    if (url.pathname !== '/favicon.ico') this.missed.push(url.href);
    return { status: 404, contentType: 'text/plain', body: 'Not found' };
  }
}

/** A source from a plain table of whole addresses. */
export function pagesAt(table: Readonly<Record<string, string>>): PageSource {
  const byHref = new Map(Object.entries(table).map(([href, body]) => [new URL(href).href, body]));
  return (url) => {
    const body = byHref.get(url.href);
    return body === undefined ? null : { body };
  };
}
