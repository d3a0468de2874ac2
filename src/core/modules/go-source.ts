/** An import of a Go file. */
export interface GoImport {
  path: string;
  /** The name it is given: `_`, `.`, another one; null: the package's own. */
  name: string | null;
  /** Counted from 1. */
  line: number;
  /** Where its text begins and ends: the whole declaration, if it stands alone; with a semicolon that follows it. */
  start: number;
  end: number;
}

/** A Go file, as far as its imports go. */
export interface GoSource {
  imports: GoImport[];
  /** The text with comments and the content of literals as spaces: as long, and with the same lines. */
  code: string;
}

/** Comments and literals (https://go.dev/ref/spec#Lexical_elements); an unfinished one ends with its line, or the file. */
const blank =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`[^`]*(?:`|$)|"(?:[^"\\\n]|\\.)*(?:"|(?=\n)|$)|'(?:[^'\\\n]|\\.)*(?:'|(?=\n)|$)/g;

/** Reads the imports of a Go file. A file that does not parse has those before its first fault. Pure. */
export function readGoSource(text: string): GoSource {
  const code = text.replace(blank, (found) => {
    const spaces = found.replace(/[^\n]/g, ' ');
    // Quotes stay, so that an import can be told from nothing.
    return /^(["`])[\s\S]*\1$/.test(found) ? `"${spaces.slice(1, -1)}"` : spaces;
  });
  return { imports: importsIn(text, code), code };
}

function importsIn(text: string, code: string): GoImport[] {
  const imports: GoImport[] = [];
  const clause = /^\uFEFF?\s*package\s+[\p{L}_][\p{L}\p{N}_]*\s*;?/u.exec(code);
  let at = clause?.[0].length ?? code.length;
  const lineAt = lineCounter(text);
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(code);
    if (found) at += found[0].length;
    return found;
  };
  for (;;) {
    take(/[\s;]*/y);
    const from = at;
    if (!take(/import\b\s*/y)) return imports;
    const isGroup = take(/\(/y) !== null;
    for (;;) {
      take(isGroup ? /[\s;]*/y : /\s*/y);
      if (isGroup && take(/\)/y)) break;
      const start = at;
      const spec = take(/(?:(\.|[\p{L}_][\p{L}\p{N}_]*)\s*)?"(\s*)"/uy);
      if (!spec) return imports;
      const path = text.slice(at - 1 - (spec[2] ?? '').length, at - 1);
      // Go does not allow one that ends nothing.
      take(/[^\S\n]*;/y);
      imports.push({
        path,
        name: spec[1] ?? null,
        line: lineAt(start),
        start: isGroup ? start : from,
        end: at,
      });
      if (!isGroup) break;
    }
  }
}

/** The number of the line at an offset. Offsets must not go back. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let seen = 0;
  return (offset) => {
    for (; seen < offset; seen += 1) if (text[seen] === '\n') line += 1;
    return line;
  };
}

/** The text without some of its imports; all lines keep their numbers. Pure. */
export function withoutImports(text: string, imports: readonly GoImport[]): string {
  let left = text;
  for (const { start, end } of imports) {
    left = left.slice(0, start) + left.slice(start, end).replace(/[^\n]/g, ' ') + left.slice(end);
  }
  return left;
}

/**
 * What a file uses of a package that it calls `name`: identifiers, each with the line of its first use. A variable of the
 * same name counts too: only a compiler knows better. Pure.
 */
export function usedNames({ code }: GoSource, name: string): { name: string; line: number }[] {
  const lineAt = lineCounter(code);
  const first = new Map<string, number>();
  const escaped = name.replace(/[^\p{L}\p{N}_]/gu, '');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_.])${escaped}\\s*\\.\\s*([\\p{L}_][\\p{L}\\p{N}_]*)`, 'gu');
  for (const found of code.matchAll(pattern)) {
    const used = found[1] ?? '';
    if (!first.has(used)) first.set(used, lineAt(found.index));
  }
  return [...first].map(([used, line]) => ({ name: used, line }));
}
