import { type Lines, readVersion, wordsOf } from '#core/toolchains';
import { shown, type Wish } from './wish.ts';

/**
 * What a go.mod or go.work asks for: its `toolchain` line, then its `go` line, if present. `toolchain default` asks for
 * nothing. `go 1.24` is a language version: any 1.24 satisfies it.
 *
 * Both are read where Go's own commands write them, above the requirements: after the `go` line, reading ends at the
 * first `require` or block. The shim must be fast, and reading 10 kB in a shell takes longer than starting Go. A
 * `toolchain` line further down is left to Go's own switching.
 * Syntax: golang.org/x/mod/modfile/rule.go (GoVersionRE, ToolchainRE) and read.go.
 */
export function wishesOfGoMod({ lines }: Lines, file: string, kind: 'go-mod' | 'go-work' = 'go-mod'): Wish[] {
  const found = new Map<string, Wish>();
  for (const [index, line] of lines.entries()) {
    const [word = '', ...rest] = wordsOf(line);
    if (word === 'go' || word === 'toolchain') {
      const wish = wishOf(word, rest, { kind, file, line: index + 1 });
      found.set(word, wish);
      if (found.size === 2) break;
    } else if (found.has('go') && (word.startsWith('require') || isBlock(word, rest))) break;
  }
  return ['toolchain', 'go']
    .map((word) => found.get(word))
    .filter((wish) => wish !== undefined)
    .filter((wish) => wish.text !== 'toolchain default');
}

function isBlock(word: string, rest: string[]): boolean {
  return word.endsWith('(') || (rest[0]?.endsWith('(') ?? false);
}

function wishOf(
  word: 'go' | 'toolchain',
  rest: string[],
  { kind, file, line }: { kind: 'go-mod' | 'go-work'; file: string; line: number },
): Wish {
  const [code = ''] = rest.join(' ').split('//', 1);
  // Not \s: like Go, treat a no-break space as part of the word.
  const value = code.replace(/ $/, '');
  // Go rejects `go go1.24` and `toolchain 1.24.0`.
  const wellFormed = word === 'toolchain' ? value.startsWith('go') : !/^(?:go|v)|-/.test(value);
  const version = wellFormed ? readVersion(value) : null;
  return {
    rule: `${kind}-${word}`,
    file,
    line,
    text: shown(`${word} ${value}`),
    strength: 'minimum',
    wanted: version?.wanted ?? null,
    bare: version?.bare ?? false,
  };
}
