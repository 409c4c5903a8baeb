/** Failures that are expected. Anything else is a bug and keeps its stack. */
export type ErrorCode =
  | 'bad-message' // a message's shape or sender is not allowed
  | 'bad-input' // a file, paste or query that cannot be read
  | 'not-found' // the paper, list or operation named is not there
  | 'storage-full'
  | 'storage-closed' // the database does not open, or does not answer
  | 'storage-newer' // a newer version has changed the database: it is only read
  | 'permission-missing'
  | 'page-unreadable' // the page may not be read (a browser page, a PDF viewer)
  | 'zotero-denied' // Paperkin may not talk to it
  | 'zotero-closed' // nothing answers where Zotero does when it runs
  | 'zotero-old' // what answers there does not know the protocol
  | 'zotero-refused' // Zotero could not save
  | 'disconnected'; // the extension was updated or turned off under an open page

/** What an input is that cannot be read (`bad-input`), where a person can do something about it. */
export type InputFault =
  | 'zotero-rdf'
  | 'endnote-xml'
  | 'xml'
  | 'web-of-science'
  | 'refer'
  | 'pdf'
  | 'zip'
  | 'web-page'
  | 'not-utf-8'
  | 'too-large'
  | 'too-many'
  | 'few-papers'
  | 'newer-backup'
  | 'damaged-copy';

/** What crosses a message: class and stack do not survive one. */
export interface ErrorData {
  readonly code: ErrorCode | 'unexpected';
  /** English, for logs; what a person reads is chosen by `fault` and `code` from the message files. */
  readonly message: string;
  readonly fault?: InputFault;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly fault: InputFault | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    { fault, ...options }: { cause?: unknown; fault?: InputFault } = {},
  ) {
    super(message, options);
    this.fault = fault;
  }
}

/** By its name: each script of the background holds a copy of the class. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError';
}

export function toErrorData(error: unknown): ErrorData {
  if (isAppError(error)) {
    const { code, message, fault } = error;
    return { code, message, ...(fault && { fault }) };
  }
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}
