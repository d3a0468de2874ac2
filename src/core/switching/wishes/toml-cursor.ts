import { trimmedEnd } from '#core/system';
import type { Lines } from '#core/toolchains';

/** White space between tokens. */
const blanks = /^[ \t]+/;

/**
 * Reads a TOML file from its beginning, in the same steps as the shim (resources/shims/mise-toml.sh), because both must
 * give the same result. `rest` is the unread part of the current line. Methods that return a boolean report success.
 */
export class TomlCursor {
  rest = '';
  /** The number of the current line, from 1; 0 before the first. */
  line = 0;
  /** Whether the reader wanted a line that is too long, or too far down, to be read. */
  reachedCut = false;
  private readonly content: Lines;

  constructor(content: Lines) {
    this.content = content;
  }

  nextLine(): boolean {
    const next = this.content.lines[this.line];
    if (next === undefined) {
      this.reachedCut ||= this.content.isCut;
      return false;
    }
    this.line += 1;
    this.rest = next;
    this.skipBlanks();
    return true;
  }

  skipBlanks(): void {
    this.rest = this.rest.replace(blanks, '');
  }

  /** Skips to the next token of a list or a table, also on another line; false at the end of the file. */
  skipSpace(): boolean {
    this.skipBlanks();
    while (this.rest === '' || this.rest.startsWith('#')) if (!this.nextLine()) return false;
    return true;
  }

  /** Skips this text, if it comes next. */
  take(text: string): boolean {
    if (!this.rest.startsWith(text)) return false;
    this.rest = this.rest.slice(text.length);
    return true;
  }

  /** Skips the comma in a list or a table; also succeeds at its end. */
  skipComma(end: string): boolean {
    return this.skipSpace() && (this.take(',') || this.rest.startsWith(end));
  }

  /** Whether the rest of this line is empty or a comment. */
  isEnd(): boolean {
    this.skipBlanks();
    return this.rest === '' || this.rest.startsWith('#');
  }

  /** One part of a key; null if there is none, or if it has an escape, which can mean any letter. */
  keyPart(): string | null {
    this.skipBlanks();
    const [bare] = /^[A-Za-z0-9_-]+/.exec(this.rest) ?? [];
    if (bare !== undefined) {
      this.take(bare);
      return bare;
    }
    const key = this.quoted();
    return key === null || key.includes('\\') ? null : key;
  }

  /** A string in one pair of quotes, without escapes and blanks; null if there is none. */
  string(): string | null {
    if (/^(?:"""|''')/.test(this.rest)) return null;
    const word = this.quoted();
    return word === null || word === '' || /[\\ \t]/.test(word) ? null : word;
  }

  /** Skips any value; false if the file, or outside lists and tables the line, ends too early. */
  skipValue(): boolean {
    for (let depth = 0; ; ) {
      if (/^(?:"""|''')/.test(this.rest)) {
        if (!this.skipLongString()) return false;
      } else if (this.rest.startsWith('"')) {
        if (!this.skipString()) return false;
      } else if (this.rest.startsWith("'")) {
        if (this.quoted() === null) return false;
      } else if (this.take('[') || this.take('{')) depth += 1;
      else if (this.take(']') || this.take('}')) depth -= 1;
      else if (!this.take(',') && !this.take('=')) this.rest = this.rest.replace(/^[^[\]{},="'#]+/, '');
      if (depth <= 0) return true;
      if (!this.skipSpace()) return false;
    }
  }

  private quoted(): string | null {
    const found = /^(?:"([^"]*)"|'([^']*)')/.exec(this.rest);
    if (!found) return null;
    this.take(found[0]);
    return found[1] ?? found[2] ?? '';
  }

  /** A string in double quotes, in which a backslash may escape a quote. */
  private skipString(): boolean {
    const [found] = /^"(?:[^"\\]|\\.)*"/su.exec(this.rest) ?? [];
    return found !== undefined && this.take(found);
  }

  /** A string of several lines, which may end with up to two more quotes. */
  private skipLongString(): boolean {
    const quote = this.rest.startsWith('"') ? '"' : "'";
    this.rest = this.rest.slice(3);
    for (;;) {
      const end = this.rest.indexOf(quote.repeat(3));
      if (end < 0) {
        if (!this.nextLine()) return false;
        continue;
      }
      const before = this.rest.slice(0, end);
      const backslashes = before.length - trimmedEnd(before, '\\').length;
      const escaped = quote === '"' && backslashes % 2 === 1;
      // If the first of three quotes is escaped, it is part of the string.
      this.rest = this.rest.slice(end + (escaped ? 1 : 3));
      if (!escaped) break;
    }
    if (this.take(quote)) this.take(quote);
    return true;
  }
}
