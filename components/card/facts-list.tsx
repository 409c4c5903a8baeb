interface FactLine {
  readonly label: string;
  readonly value: string;
  readonly url?: string | undefined;
  /** When it was seen, in words, where it ages. */
  readonly seen?: string | undefined;
}

/** Facts under each other, by name; those with an address lead there. */
export function FactsList({ lines }: { lines: readonly FactLine[] }) {
  return (
    <dl class="facts">
      {lines.map(({ label, value, url, seen }) => (
        <div key={`${label}${value}`}>
          <dt>{label}</dt>
          <dd dir="auto">
            {url ? (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {value}
              </a>
            ) : (
              value
            )}
            {seen && <span class="hint"> {seen}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
