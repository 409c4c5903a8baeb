import type { Page } from 'playwright';
import type { MessageType, Reply, ReplyOf, Request } from '../../lib/messages/protocol';

/** Sends one message from a page of the extension, once, and gives the background's raw answer. */
export function sendMessage<T extends MessageType>(
  page: Page,
  type: T,
  request: Request<T>,
): Promise<Reply<ReplyOf<T>>> {
  return page.evaluate((message) => chrome.runtime.sendMessage(message), { type, request });
}
