import { type Lines, maxBytes, withoutMark } from '#core/toolchains';
import { TomlCursor } from './toml-cursor.ts';
import { namesGo } from './tool-name.ts';
import { asWanted, cutAt, inOrder, shown, unread, type Wish } from './wish.ts';

/**
 * What a key means: `root` and `tools` are tables, `go` is Go's entry in `tools`; `version`, `prefix`, `path`, `ref`
 * and `os` are keys of that entry; `other` is anything else.
 */
type Level = 'root' | 'tools' | 'go' | 'version' | 'prefix' | 'path' | 'ref' | 'os' | 'other';

const entryKeys: readonly string[] = ['version', 'prefix', 'path', 'ref', 'os'] satisfies Level[];

/**
 * What one of mise's files pins: each version in Go's entry of the table `[tools]` is a wish, in order, but `system`
 * last. The shim reads the file in the same steps (resources/shims/mise-toml.sh).
 *
 * - The entry is called `go`, `golang`, `core:go` or the like (tool-name.ts). If there are several, the last counts. It
 *   may be a key in `[tools]`, a table (`[tools.go]`), dotted keys (`go.version`, `tools.go`) or a part of
 *   `tools = {…}`; keys may be quoted.
 * - Its value is a string, a table with `version` or `prefix`, or a list of these, which may span lines. A version for
 *   other systems (`os`) is left out. `osNames` are mise's names for this one.
 * - Reading ends at the first table after the entry that is not part of `[tools]`, because a shell reads slowly, and
 *   tasks are long.
 * - What cannot be read becomes a wish with that reason and is never skipped: a version that is not a string, a string
 *   with escapes, blanks or three quotes, a list of tables (`[[tools.go]]`), an entry without a version. So does a list
 *   that is longer than a line may be.
 */
export function wishesOfMiseToml(content: Lines, file: string, osNames: readonly string[]): Wish[] {
  const reader = new MiseReader(content, osNames);
  const at = (line: number) => ({ rule: 'mise-toml' as const, file, line });
  const words = reader.read();
  if (reader.reachedCut) return [cutAt('mise-toml', file, content)];
  if (words === null) return [{ ...at(reader.start), text: shown(reader.statement), ...unread('form') }];
  const line = reader.goLine ?? 1;
  if (words.reduce((sum, word) => sum + Buffer.byteLength(word) + 1, 0) > maxBytes.line) {
    return [{ ...at(line), text: '', ...unread('long') }];
  }
  return inOrder(words).map((word) => ({
    ...at(line),
    text: shown(`go = "${word}"`),
    ...asWanted(word, { release: true }),
  }));
}

class MiseReader {
  /** The first line of the current statement, and its text. */
  start = 0;
  statement = '';
  /** The line of Go's entry; null until there is one. */
  goLine: number | null = null;
  private readonly cursor: TomlCursor;
  private readonly osNames: readonly string[];
  private table: Level = 'root';
  private words: string[] = [];
  /** The version in an entry of several keys, which may be in several statements. */
  private version = '';
  private isHere = true;
  private entryIsOpen = false;
  /** Whether the entry, or one before it, is for other systems. */
  private isElsewhere = false;

  constructor(content: Lines, osNames: readonly string[]) {
    this.cursor = new TomlCursor({ ...content, lines: withoutMark(content.lines) });
    this.osNames = osNames;
  }

  /** Whether the reader wanted a line that is too long, or too far down, to be read. */
  get reachedCut(): boolean {
    return this.cursor.reachedCut;
  }

  /** The words of Go's entry, empty if there is none for this system; null if it cannot be read. */
  read(): string[] | null {
    const { cursor } = this;
    while (cursor.nextLine()) {
      this.start = cursor.line;
      this.statement = cursor.rest;
      if (cursor.isEnd()) continue;
      if (cursor.rest.startsWith('[')) {
        if (!this.readHeader()) return null;
        if (this.goLine !== null && this.table === 'other') break;
      } else if (!this.readStatement()) return null;
    }
    if (this.entryIsOpen) {
      this.words = [];
      this.start = this.goLine ?? this.start;
      this.statement = 'tools.go';
      if (!this.addEntry()) return null;
    }
    return this.words;
  }

  /** `[tools]`, `[tools.go]` or the name of another table. */
  private readHeader(): boolean {
    const { cursor } = this;
    const end = cursor.rest.startsWith('[[') ? ']]' : ']';
    cursor.rest = cursor.rest.replace(/^\[+/, '');
    const level = this.readKey('root');
    if (level === null || !cursor.take(end) || !cursor.isEnd()) return false;
    this.table = 'other';
    if (level !== 'go' && level !== 'tools') return true;
    if (level === 'go') {
      this.version = '';
      this.isHere = true;
      this.entryIsOpen = true;
      this.goLine = this.start;
    }
    this.table = level;
    // A list of tables is a list of versions; mise writes one only in its lock file.
    return end === ']';
  }

  /** `key = value`. In other tables only the end of the value matters, which may be on another line. */
  private readStatement(): boolean {
    const { cursor, table } = this;
    if (table === 'other') {
      if (/[[{]|"""|'''/.test(cursor.rest) && this.readKey('other') && this.skipEquals()) cursor.skipValue();
      return true;
    }
    const level = this.readKey(table);
    if (level === null || !this.skipEquals()) return false;
    if (level === 'other') {
      cursor.skipValue();
      return true;
    }
    if (level === 'go') {
      this.words = [];
      this.entryIsOpen = false;
    }
    return this.readValue(level) && cursor.isEnd();
  }

  /** A key, which may be dotted, in a table of this level. Returns the level of its value; null if there is no key. */
  private readKey(table: Level): Level | null {
    let level = table;
    do {
      const key = this.cursor.keyPart();
      if (key === null) return null;
      level = levelOf(level, key);
      this.cursor.skipBlanks();
    } while (this.cursor.take('.'));
    return level;
  }

  private skipEquals(): boolean {
    if (!this.cursor.take('=')) return false;
    this.cursor.skipBlanks();
    return true;
  }

  private readValue(level: Level): boolean {
    const { cursor } = this;
    switch (level) {
      case 'tools':
        return cursor.rest.startsWith('{') && this.readTable('tools');
      case 'go':
        this.goLine = this.start;
        if (cursor.rest.startsWith('{')) return this.readTable('go');
        if (cursor.rest.startsWith('['))
          return this.readList() && (this.words.length > 0 || this.isElsewhere);
        return this.readWord((word) => {
          this.words = [word];
        });
      case 'os':
        this.goLine ??= this.start;
        this.entryIsOpen = true;
        return this.readOs();
      case 'version':
      case 'prefix':
      case 'path':
      case 'ref':
        this.goLine = this.start;
        this.entryIsOpen = true;
        return this.readWord((word) => {
          this.version = level === 'version' ? word : `${level}:${word}`;
        });
      default:
        return cursor.skipValue();
    }
  }

  private readWord(use: (word: string) => void): boolean {
    const word = this.cursor.string();
    if (word !== null) use(word);
    return word !== null;
  }

  /** A table in braces. */
  private readTable(level: 'tools' | 'go'): boolean {
    const { cursor } = this;
    cursor.take('{');
    if (level === 'go') {
      this.version = '';
      this.isHere = true;
    }
    while (cursor.skipSpace()) {
      if (cursor.take('}')) return level !== 'go' || this.addEntry();
      const key = this.readKey(level);
      if (key === null || !this.skipEquals() || !this.readValue(key) || !cursor.skipComma('}')) return false;
    }
    return false;
  }

  /** A list of versions, each a string or a table. */
  private readList(): boolean {
    const { cursor } = this;
    cursor.take('[');
    this.words = [];
    this.isElsewhere = false;
    while (cursor.skipSpace()) {
      if (cursor.take(']')) return true;
      const isRead = cursor.rest.startsWith('{')
        ? this.readTable('go')
        : this.readWord((word) => this.words.push(word));
      if (!isRead || !cursor.skipComma(']')) return false;
    }
    return false;
  }

  /** Adds the version of a table to the words, unless the table is for other systems. */
  private addEntry(): boolean {
    this.entryIsOpen = false;
    if (!this.isHere) this.isElsewhere = true;
    else this.words.push(this.version);
    return !this.isHere || this.version !== '';
  }

  /** The systems that a version is for: one, or a list. */
  private readOs(): boolean {
    const { cursor } = this;
    const check = () =>
      this.readWord((word) => {
        this.isHere ||= this.osNames.includes(word);
      });
    this.isHere = false;
    if (!cursor.take('[')) return check();
    while (cursor.skipSpace()) {
      if (cursor.take(']')) return true;
      if (!check() || !cursor.skipComma(']')) return false;
    }
    return false;
  }
}

function levelOf(table: Level, key: string): Level {
  if (table === 'root' && key === 'tools') return 'tools';
  if (table === 'tools' && namesGo(key)) return 'go';
  return table === 'go' && entryKeys.includes(key) ? (key as Level) : 'other';
}
