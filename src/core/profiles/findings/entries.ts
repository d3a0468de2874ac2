import type { Assignment, Syntax } from '../reading/index.ts';

/** An entry that an assignment adds to PATH. */
export interface Entry {
  /** As a word of its own, quotes and all. */
  word: string;
  /** As it is written, without quotes. */
  shown: string;
  /** A `~` in it stands in quotes, and so for itself. */
  hasQuotedTilde: boolean;
}

/** The entries of an assignment to PATH, without PATH itself. Pure. */
export function entriesOf({ value }: Pick<Assignment, 'value'>, syntax: Syntax): Entry[] {
  const isArray = value.startsWith('(') && value.endsWith(')');
  const inner = isArray ? value.slice(1, -1) : value;
  return words(inner, isArray || syntax === 'fish').filter(
    ({ shown }) =>
      shown !== '' && !/^\$\{?\^*(?:PATH|path|fish_user_paths)\b/.test(shown) && !shown.startsWith('-'),
  );
}

/** Splits at blanks, in lists, and at colons, in texts; not within quotes or `${…}` and `$(…)`. */
function words(value: string, isList: boolean): Entry[] {
  const found: Entry[] = [];
  let word = '';
  let shown = '';
  let quote = '';
  let depth = 0;
  let hasQuotedTilde = false;
  const end = () => {
    // A quotation that goes on is one of the next entry too.
    const closed = quote === '' ? word : word + quote;
    found.push({ word: closed, shown, hasQuotedTilde });
    word = quote;
    shown = '';
    hasQuotedTilde = false;
  };
  for (let i = 0; i < value.length; i++) {
    const char = value[i] ?? '';
    const isSeparator = depth === 0 && (isList ? quote === '' && /\s/.test(char) : char === ':');
    if (isSeparator) {
      end();
      continue;
    }
    if (char === '\\' && quote !== "'") {
      word += char + (value[i + 1] ?? '');
      shown += value[++i] ?? '';
      continue;
    }
    const opens = char === '$' && /[{(]/.test(value[i + 1] ?? '');
    if (opens && quote !== "'") depth++;
    else if (depth > 0 && (char === '}' || char === ')')) depth--;
    if (depth === 0 && (char === '"' || char === "'") && (quote === '' || quote === char))
      quote = quote === '' ? char : '';
    else {
      if (char === '~' && shown === '' && quote !== '') hasQuotedTilde = true;
      shown += char;
    }
    word += char;
  }
  end();
  return found;
}
