import { readPin } from '#core/toolchains';
import { linesOf, shown, type Wish } from './wish.ts';

/** What opens and closes a text of several lines in TOML. */
const longQuotes = ['"""', "'''"];
const ownKey = /^(?:go|golang|"go"|'go'|"golang"|'golang')=/;
/** Ways to write the same that are not read: a table of its own, dotted keys, all tools on one line. */
const otherTable = /^\[tools\.(?:go|golang)\]/;
const otherKey = { tools: /^(?:go|golang)\./, '': /^tools(?:=|\.(?:go|golang)[.=])/ };

/**
 * What a `mise.toml` asks for: the first key `go` or `golang` (quoted or not) of its table `[tools]`, each version a
 * wish, in their order. The shim must read it, too, so no more of TOML is read than this, on one line each:
 *
 *     go = "1.22"                        or in single quotes
 *     go = ["1.22", "1.21"]
 *     go = { version = "1.22", … }       with `version` first
 *
 * Blanks mean nothing, nor does a `#` behind the value, and lines within texts of several lines are passed over. Go
 * in another form (a number, a list over several lines, `[tools.go]`, `go.version`, `tools.go`, `tools = {…}`) is a
 * wish that cannot be read, as is a file that may not be read (null). Other keys and tables mean nothing here.
 */
export function wishesOfMiseToml(content: string | null, file: string): Wish[] {
  const at = (line: number) => ({ rule: 'mise-toml' as const, file, line });
  if (content === null) return [{ ...at(1), text: '', ...readPin('') }];
  let table = '';
  let open: string | null = null;
  for (const [index, line] of linesOf(content).entries()) {
    const packed = line.replace(/[ \t\r]+/g, '');
    if (open !== null) {
      if (line.includes(open)) open = null;
      continue;
    }
    if (packed.startsWith('#')) continue;
    open = longQuotes.find((quotes) => line.split(quotes).length === 2) ?? null;
    if (packed.startsWith('[')) table = /^\[tools\](?:#.*)?$/s.test(packed) ? 'tools' : 'another';
    const asks = table === 'tools' && ownKey.test(packed);
    const unreadable =
      otherTable.test(packed) || (table !== 'another' && otherKey[table as 'tools' | ''].test(packed));
    if (!asks && !unreadable) continue;
    const words = asks ? stringsOf(packed.slice(packed.indexOf('=') + 1)) : [];
    if (words.length === 0) return [{ ...at(index + 1), text: shown(line.trim()), ...readPin('') }];
    return words.map((word) => ({ ...at(index + 1), text: shown(`go = "${word}"`), ...readPin(word) }));
  }
  return [];
}

/** The strings of a value without blanks; none when it has another form. An empty string says nothing. */
function stringsOf(value: string): string[] {
  const start = /^(?:\[|\{version=)?/.exec(value)?.[0] ?? '';
  const words: string[] = [];
  let rest = value.slice(start.length);
  for (;;) {
    const found = /^(?:"([^"]*)"|'([^']*)')(.*)$/s.exec(rest);
    if (!found) return [];
    words.push(found[1] ?? found[2] ?? '');
    rest = found[3] ?? '';
    if (start === '[' && rest.startsWith(',') && !isEnd('[', rest)) rest = rest.slice(1);
    else return isEnd(start, rest) ? words.filter((word) => word !== '') : [];
  }
}

/** Whether the value that began with `start` ends here, but for a comment. */
function isEnd(start: string, rest: string): boolean {
  if (start === '[') return /^,?\](?:#.*)?$/s.test(rest);
  return start === '' ? /^(?:#.*)?$/s.test(rest) : /^[,}]/.test(rest);
}
