import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { toReadableText } from '../../lib/core/readable-text';
import { parseRichText, type RichPart } from '../../lib/core/rich-text';
import './formula-text.css';

type Temml = typeof import('temml').default;

let temml: Temml | null = null;

/**
 * A title or an abstract with its formulas set. What sets them (MathML, which needs no style of its
 * own) is loaded with the first text that has any; until then they read in plain characters.
 */
export function FormulaText({ text }: { text: string }) {
  const [isLoaded, setLoaded] = useState(temml !== null);
  const hasFormula = text.includes('$') && hasMath(parseRichText(text));
  useEffect(() => {
    if (!hasFormula || isLoaded) return;
    void import('temml').then((module) => {
      temml = module.default;
      setLoaded(true);
    });
  }, [hasFormula, isLoaded]);
  return <Parts parts={parseRichText(text)} />;
}

function hasMath(parts: readonly RichPart[]): boolean {
  return parts.some((part) => (part.kind === 'tag' ? hasMath(part.parts) : part.kind === 'math'));
}

function Parts({ parts }: { parts: readonly RichPart[] }) {
  return (
    <>
      {parts.map((part, index) => {
        if (part.kind === 'text') return part.text;
        // A place in a text that is drawn anew as a whole.
        if (part.kind === 'math') return <Formula key={index} tex={part.text} />;
        const Tag = part.tag;
        return (
          <Tag key={index}>
            <Parts parts={part.parts} />
          </Tag>
        );
      })}
    </>
  );
}

/** One formula, dollars included; what cannot be set is left in plain characters. */
function Formula({ tex }: { tex: string }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    element.textContent = toReadableText(tex);
    if (temml) setFormula(temml, tex, element);
  });
  return <span class="formula" ref={place} />;
}

function setFormula(typesetter: Temml, tex: string, element: HTMLElement): void {
  try {
    typesetter.render(tex.slice(1, -1), element, { throwOnError: true });
  } catch {
    // A page may hold TeX that is wrong or unknown: it reads as it did.
    element.textContent = toReadableText(tex);
  }
}
