/** A condition of `//go:build` (https://pkg.go.dev/cmd/go#hdr-Build_constraints). */
type Condition =
  | { kind: 'tag'; tag: string }
  | { kind: 'not'; of: Condition }
  | { kind: 'and' | 'or'; a: Condition; b: Condition };

/** The condition of a Go file, from the lines before its package clause; null: none, or it does not parse. Pure. */
export function conditionOf(text: string): Condition | null {
  const head = text.slice(0, /^package\s/m.exec(text)?.index ?? text.length);
  const [, line] = /^\/\/go:build[ \t]+(.*)$/m.exec(head) ?? [];
  return line === undefined ? null : parse(line);
}

function parse(line: string): Condition | null {
  const tokens = line.match(/&&|\|\||[!()]|[\p{L}\p{N}_.]+|\S/gu) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && (at += 1) > 0;
  const unary = (): Condition | null => {
    if (take('!')) {
      const of = unary();
      return of && { kind: 'not', of };
    }
    if (take('(')) {
      const inner = either();
      return take(')') ? inner : null;
    }
    const tag = tokens[at] ?? '';
    if (!/^[\p{L}\p{N}_.]+$/u.test(tag)) return null;
    at += 1;
    return { kind: 'tag', tag };
  };
  const both = (): Condition | null => {
    let a = unary();
    while (a && take('&&')) {
      const b = unary();
      a = b && { kind: 'and', a, b };
    }
    return a;
  };
  function either(): Condition | null {
    let a = both();
    while (a && take('||')) {
      const b = both();
      a = b && { kind: 'or', a, b };
    }
    return a;
  }
  const whole = either();
  return at === tokens.length ? whole : null;
}

function holds(condition: Condition, isSet: (tag: string) => boolean): boolean {
  if (condition.kind === 'tag') return isSet(condition.tag);
  if (condition.kind === 'not') return !holds(condition.of, isSet);
  const [a, b] = [holds(condition.a, isSet), holds(condition.b, isSet)];
  return condition.kind === 'and' ? a && b : a || b;
}

function tagsIn(condition: Condition): string[] {
  if (condition.kind === 'tag') return [condition.tag];
  if (condition.kind === 'not') return tagsIn(condition.of);
  return [...tagsIn(condition.a), ...tagsIn(condition.b)];
}

/** What Go sets by itself, for a target: `set` of it holds now. */
export interface OwnTags {
  set: ReadonlySet<string>;
  isOwn: (tag: string) => boolean;
}

const systems =
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos';
const unix = 'aix android darwin dragonfly freebsd hurd illumos ios linux netbsd openbsd solaris';
const processors =
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm';
const others = 'unix cgo gc gccgo race msan asan';
const known = new Set([systems, processors, others].flatMap((list) => list.split(' ')));
const implied: Readonly<Record<string, string>> = { android: 'linux', ios: 'darwin', illumos: 'solaris' };

/** The tags that Go sets by itself (internal/syslist, go/build). Pure. */
export function ownTags(target: { os: string; arch: string; cgo: boolean; minor: number }): OwnTags {
  const set = new Set(['gc', target.os, target.arch]);
  if (implied[target.os]) set.add(implied[target.os] ?? '');
  if (unix.split(' ').includes(target.os)) set.add('unix');
  if (target.cgo) set.add('cgo');
  for (let minor = 1; minor <= target.minor; minor += 1) set.add(`go1.${minor}`);
  return { set, isOwn: (tag) => known.has(tag) || /^go1\.\d+$/.test(tag) || tag.startsWith('goexperiment.') };
}

/**
 * The one tag of the project's that keeps a file out of the build if it is set (`on`) or no longer set. null: no single
 * one does. `tags`: those of the build. Pure.
 */
export function switchThatLeavesOut(
  text: string,
  tags: ReadonlySet<string>,
  own: OwnTags,
): { tag: string; on: boolean } | null {
  const condition = conditionOf(text);
  if (condition === null) return null;
  const isSet = (tag: string): boolean => (own.isOwn(tag) ? own.set.has(tag) : tags.has(tag));
  for (const tag of tagsIn(condition)) {
    if (own.isOwn(tag)) continue;
    const on = !isSet(tag);
    if (!holds(condition, (each) => (each === tag ? on : isSet(each)))) return { tag, on };
  }
  return null;
}
