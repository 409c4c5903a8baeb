import { AppError, type ErrorCode } from '../core/errors';
import type { MessageType, Reply, ReplyOf, Request } from './protocol';

/** Sends one message and settles with the raw answer; `runtime.sendMessage` in a browser. */
export type SendRaw = (message: unknown) => Promise<unknown>;

export interface ClientOptions {
  readonly sendRaw: SendRaw;
  /** False once the extension was updated or turned off under an open page. */
  readonly isAlive: () => boolean;
  /** Settles after that many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

export type Send = <T extends MessageType>(type: T, request: Request<T>) => Promise<ReplyOf<T>>;

/**
 * A background that dies between commit and answer leaves the sender without a word. Every message
 * is safe to repeat (reads change nothing, changes carry their operation id), so it is sent again.
 */
const RETRY_AFTER_MS = [200, 1000, 3000];

/**
 * The one way to talk to the background. Rejects with AppError: the background's own (`code` kept),
 * or `disconnected` when the extension is gone or does not answer.
 */
export function createClient({ sendRaw, isAlive, wait }: ClientOptions): Send {
  return async (type, request) => {
    for (let attempt = 0; ; attempt++) {
      if (!isAlive()) throw new AppError('disconnected', 'the extension was updated or turned off');
      const answer = await sendRaw({ type, request }).then(toAnswer, toFailure);
      if ('reply' in answer) return unwrap(answer.reply) as ReplyOf<typeof type>;
      const waitMs = RETRY_AFTER_MS[attempt];
      if (waitMs === undefined) {
        throw new AppError('disconnected', `no answer to ${type}`, { cause: answer.cause });
      }
      await wait(waitMs);
    }
  };
}

type Answer = { readonly reply: Reply<unknown> } | { readonly cause: unknown };

function toAnswer(raw: unknown): Answer {
  const isReply = typeof raw === 'object' && raw !== null && 'ok' in raw;
  return isReply ? { reply: raw as Reply<unknown> } : { cause: new Error('empty answer') };
}

function toFailure(cause: unknown): Answer {
  return { cause };
}

function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  const { code, message, fault } = reply.error;
  if (code === 'unexpected') throw new Error(message);
  throw new AppError(code as ErrorCode, message, { ...(fault && { fault }) });
}
