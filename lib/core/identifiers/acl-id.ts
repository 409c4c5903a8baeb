/** Since 2020, and for older volumes taken in since: `2020.acl-main.703`. */
const NEW_FORM = /^(?:19|20)\d\d\.[a-z0-9_]+-[a-z0-9_]+\.(\d{1,5})$/i;
const OLD_FORM = /^[a-z]\d\d-\d{4}$/i;
/** Workshops count two digits for the volume and two for the paper; the others one and three. */
const WORKSHOP = /^(?:W|C69|D19-[5-9])/;

/**
 * The canonical ACL Anthology id (`N19-1423`, `2020.acl-main.703`), or null. Paper 0 of a volume is
 * its front matter, so no paper. DOIs and old mirrors write ids in either case; one spelling is kept.
 * Source: https://aclanthology.org/info/ids/
 */
export function parseAclId(text: string): string | null {
  const modern = NEW_FORM.exec(text);
  if (modern) return Number(modern[1]) === 0 ? null : text.toLowerCase();
  if (!OLD_FORM.test(text)) return null;
  const id = text.toUpperCase();
  return id.endsWith(WORKSHOP.test(id) ? '00' : '000') ? null : id;
}
