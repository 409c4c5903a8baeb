import { createServer, type Server } from 'node:http';

/** What Zotero was asked, as its own server reads it. */
export interface ZoteroRequest {
  readonly method: string;
  readonly path: string;
  readonly version: string;
  readonly items: readonly Record<string, unknown>[];
}

/**
 * Stands where Zotero does, on its own port of this computer: it gives no leave to other origins,
 * hangs up on whoever does not name the protocol's version, and else answers `status`.
 */
export class FakeZotero {
  status = 201;
  readonly requests: ZoteroRequest[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const version = String(request.headers['x-zotero-connector-api-version'] ?? '');
      const { method = '', url: path = '' } = request;
      const { items = [] } = body === '' ? {} : JSON.parse(body);
      this.requests.push({ method, path, version, items });
      if (method !== 'OPTIONS' && version === '') return request.destroy();
      return response.writeHead(method === 'OPTIONS' ? 200 : this.status).end();
    });
  }

  /** Fails where the port is taken: a real Zotero runs. */
  static async start(): Promise<FakeZotero> {
    const zotero = new FakeZotero();
    await new Promise<void>((done, fail) => {
      zotero.#server.once('error', fail);
      zotero.#server.listen(23119, '127.0.0.1', done);
    });
    return zotero;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => {
      this.#server.close(() => done());
    });
  }
}
