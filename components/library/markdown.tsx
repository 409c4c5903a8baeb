import { lexer, type Token, type Tokens } from 'marked';
import { type ComponentChildren, Fragment, h } from 'preact';
import './markdown.css';

/**
 * A note's Markdown as elements. `marked` only reads it; nothing becomes markup by itself: HTML in
 * a note is shown as the text it is, images stay links (loading one would be a request), and only
 * addresses of the web or of mail are links.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <div class="markdown" dir="auto">
      {nodes(lexer(text, { gfm: true, breaks: true }))}
    </div>
  );
}

function nodes(tokens: readonly Token[] | undefined): ComponentChildren {
  return (tokens ?? []).map((token, index) => <Fragment key={index}>{node(token)}</Fragment>);
}

/** Under the headings of the page around it. */
const FIRST_HEADING = 3;

function node(token: Token): ComponentChildren {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return h(`h${Math.min(6, token.depth + FIRST_HEADING - 1)}`, null, nodes(token.tokens));
    case 'paragraph':
      return <p>{nodes(token.tokens)}</p>;
    case 'blockquote':
      return <blockquote>{nodes(token.tokens)}</blockquote>;
    case 'list':
      return list(token as Tokens.List);
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'table':
      return table(token as Tokens.Table);
    case 'strong':
    case 'em':
    case 'del':
      return h(token.type, null, nodes(token.tokens));
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
    case 'image':
      return link(token as Tokens.Link | Tokens.Image);
    case 'checkbox':
      return null;
    case 'escape':
      return token.text;
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens ? nodes(tokens) : text;
    }
    default:
      return token.raw;
  }
}

function list({ ordered, start, items }: Tokens.List): ComponentChildren {
  const entries = items.map((item, index) => (
    <li key={index} class={item.task ? 'task' : undefined}>
      {item.task && (item.checked ? '☑ ' : '☐ ')}
      {nodes(item.tokens)}
    </li>
  ));
  return ordered ? <ol start={Number(start) || 1}>{entries}</ol> : <ul>{entries}</ul>;
}

function table({ header, rows }: Tokens.Table): ComponentChildren {
  const cells = (row: readonly Tokens.TableCell[], tag: 'th' | 'td') => (
    <tr>{row.map((cell, index) => h(tag, { key: index }, nodes(cell.tokens)))}</tr>
  );
  return (
    <table>
      <thead>{cells(header, 'th')}</thead>
      <tbody>{rows.map((row) => cells(row, 'td'))}</tbody>
    </table>
  );
}

function link({ href, text, tokens }: Tokens.Link | Tokens.Image): ComponentChildren {
  const shown = tokens && tokens.length > 0 ? nodes(tokens) : text || href;
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return shown;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {shown}
    </a>
  );
}
