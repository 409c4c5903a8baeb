import type { GetMessage } from '../../lib/i18n/translate';

export interface MessageFile {
  readonly [name: string]: {
    readonly message: string;
    readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
  };
}

/** `browser.i18n.getMessage` over a message file, as the browsers' documentation describes it. */
export function getMessageFrom(file: MessageFile): GetMessage {
  return (name, substitutions) => {
    const entry = file[name];
    if (entry === undefined) return '';
    return entry.message.replace(/\$\$|\$(\w+)\$/g, (whole, placeholder?: string) => {
      if (placeholder === undefined) return '$';
      const content = entry.placeholders?.[placeholder.toLowerCase()]?.content ?? whole;
      return content.replace(
        /\$(\d)/,
        (_, digit: string) => substitutions[Number(digit) - 1] ?? '',
      );
    });
  };
}
