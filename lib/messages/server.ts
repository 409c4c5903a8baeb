import { AppError, isAppError, toErrorData } from '../core/errors';
import {
  type MessageType,
  PAGE_MESSAGES,
  type Reply,
  type ReplyOf,
  type Request,
} from './protocol';
import { parseRequest } from './validate';

/** Who sent a message, as the browser says. */
export interface Sender {
  readonly id?: string;
  readonly url?: string;
  readonly frameId?: number;
  readonly tab?: { readonly id?: number };
}

export interface Context {
  readonly sender: Sender;
  /** True for the extension's own pages, false for content scripts. */
  readonly isOwnPage: boolean;
}

export type Handlers = {
  readonly [T in MessageType]: (request: Request<T>, context: Context) => Promise<ReplyOf<T>>;
};

export interface ServerOptions<Early extends MessageType> {
  readonly handlers: Pick<Handlers, Early>;
  /** The handlers of all other messages; asked for when the first of them comes. */
  readonly loadOthers: () => Promise<Omit<Handlers, Early>>;
  readonly extensionId: string;
  /** `runtime.getURL('')`: what the addresses of our own pages begin with. */
  readonly extensionOrigin: string;
  /** May this address speak to us from a content script? */
  readonly isSiteAllowed: (url: URL) => boolean;
  /** Turns what the database says into an AppError; gives back what it does not know. */
  readonly translate: (error: unknown) => unknown;
  readonly log: (message: string, error: unknown) => void;
}

/**
 * Answers every message of the protocol; resolves, never rejects. A page opened in a tab has
 * `sender.tab` like a content script, so only the address tells the two apart.
 */
export function createServer<Early extends MessageType>(options: ServerOptions<Early>) {
  return async (message: unknown, sender: Sender): Promise<Reply<unknown>> => {
    try {
      const { type, request } = parseRequest(message);
      const context = admit(type, sender, options);
      const early: Partial<Handlers> = options.handlers;
      const handlers = early[type] ? early : ((await options.loadOthers()) as Partial<Handlers>);
      const handler = handlers[type] as (request: unknown, context: Context) => Promise<unknown>;
      return { ok: true, value: await handler(request, context) };
    } catch (thrown) {
      const error = options.translate(thrown);
      if (!isAppError(error)) options.log('message failed', error);
      return { ok: false, error: toErrorData(error) };
    }
  };
}

function admit(
  type: MessageType,
  sender: Sender,
  options: Omit<ServerOptions<never>, 'handlers' | 'loadOthers'>,
): Context {
  if (sender.id !== options.extensionId)
    throw new AppError('bad-message', 'sender is not Paperkin');
  const isOwnPage = sender.url?.startsWith(options.extensionOrigin) ?? false;
  if (isOwnPage) return { sender, isOwnPage };
  if (!PAGE_MESSAGES.has(type)) throw new AppError('bad-message', `${type} is not for pages`);
  if (sender.frameId !== 0) throw new AppError('bad-message', 'sender is a frame inside a page');
  if (!sender.url || !URL.canParse(sender.url) || !options.isSiteAllowed(new URL(sender.url))) {
    throw new AppError('bad-message', 'sender is on a site that is not turned on');
  }
  return { sender, isOwnPage };
}
