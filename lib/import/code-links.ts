const LINK =
  /(?:https?:\/\/)?(?:www\.)?((?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[\w.-]+\/(?:[\w.-]|\\_)+|anonymous\.4open\.science\/r\/[\w.-]+|huggingface\.co\/(?:spaces\/)?[\w.-]+\/[\w.-]+)/gi;
/** No text of a paper has more. */
const MAX_LINKS = 20;

/**
 * Addresses of code that a text names, each once: `https://github.com/owner/name`, without the
 * sentence's full stop, `.git`, and what TeX puts around and into links.
 */
export function findCodeLinks(text: string): string[] {
  const links = new Map<string, string>();
  for (const match of text.matchAll(LINK)) {
    const path = (match[1] ?? '')
      .replaceAll('\\_', '_')
      .replace(/[.-]+$/, '')
      .replace(/\.git$/i, '');
    const link = `https://${path}`;
    if (links.size < MAX_LINKS && !/^huggingface\.co\/papers\//i.test(path)) {
      links.set(link.toLowerCase(), link);
    }
  }
  return [...links.values()];
}
