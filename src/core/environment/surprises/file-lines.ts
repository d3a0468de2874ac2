import { isGoVariable } from '#contract/go-variables';
import { problemOf } from '../go-file/index.ts';

/** A line of Go's file that Go reads in another way than a person does. */
export interface OddLine {
  kind: 'carriage-return' | 'byte-order-mark' | 'blank-before' | 'export' | 'quotes' | 'not-expanded';
  name: string;
  /** Counted from 1. */
  line: number;
  /** What Go takes for the value; null: it takes the line for none. */
  value: string | null;
  /** The changes that make it what it looks like; null: that is not known. */
  changes: Record<string, string | null> | null;
}

/** Variables whose value Go splits into words, with quotes (cmd/internal/quoted). */
const hasQuotes = /^(?:GOFLAGS|CC|CXX|FC|GCCGO|GOCACHEPROG|PKG_CONFIG|CGO_\w+FLAGS)$/;

/** The lines of Go's file that surprise. `home`: the user's home folder. Pure. */
export function oddLines(text: string, home: string): OddLine[] {
  return text.split('\n').flatMap((line, index) => {
    const found = oddLine(line, home);
    return found ? [{ ...found, line: index + 1 }] : [];
  });
}

function oddLine(line: string, home: string): Omit<OddLine, 'line'> | null {
  const equals = line.indexOf('=');
  const name = line.slice(0, Math.max(equals, 0));
  const value = line.slice(equals + 1);
  const [, before = '', bare = ''] = /^((?:\ufeff|\s|export\s)*)([A-Z][A-Z0-9_]*)$/.exec(name) ?? [];
  if (!isGoVariable(bare)) return null;
  const meant = readable(bare, value, home);
  if (before !== '') {
    const kind = before.includes('\ufeff') ? 'byte-order-mark' : before.trim() ? 'export' : 'blank-before';
    return {
      kind,
      name: bare,
      value: null,
      changes: meant === null ? null : { [name]: null, [bare]: meant },
    };
  }
  const changes = meant === null ? null : { [bare]: meant };
  const odd = { name: bare, value, changes };
  if (value.endsWith('\r')) return { kind: 'carriage-return', ...odd };
  if (isQuoted(bare, value)) return { kind: 'quotes', ...odd };
  return /\$(?:\w|\{)/.test(value) && !value.includes('$WORK') ? { kind: 'not-expanded', ...odd } : null;
}

function isQuoted(name: string, value: string): boolean {
  const [, , inside = ''] = /^(["'])(.*)\1$/.exec(value) ?? [];
  if (inside === '') return false;
  // `CGO_CFLAGS="-O2 -g"` is one flag with a blank in it.
  return hasQuotes.test(name) ? name.startsWith('CGO_') && / -/.test(inside) : true;
}

/** The value that the line shows to a person; null: not known. */
function readable(name: string, value: string, home: string): string | null {
  const trimmed = value.trim();
  const inside = isQuoted(name, trimmed) ? trimmed.slice(1, -1) : trimmed;
  const expanded = inside.replaceAll(/\$HOME\b|\$\{HOME\}|^~(?=\/|$)/g, home);
  return /\$(?:\w|\{)/.test(expanded) || problemOf(name, expanded) !== null ? null : expanded;
}
