import type { StartMode } from './modes.ts';

/** What `go` means to a shell: a program on PATH, or something that hides it; null: nothing. */
export type GoMeaning = 'program' | 'alias' | 'function' | null;

/** A shell that can be asked for its environment. */
interface KnownShell {
  /** Those in which it can run a command. */
  modes: readonly StartMode[];
  /** Arguments with which its jobs stay in its process group, where that needs any. */
  args?: readonly string[];
  /** In its own syntax: what `go` means to it, as one or no argument. */
  go: string;
  /** Reads what that gave. Pure. */
  meaning: (text: string) => GoMeaning;
}

/** POSIX `command -v`: a path, `alias go=…`, or the name of a function. */
const posix: KnownShell = {
  modes: ['script', 'login', 'interactive', 'login-interactive'],
  go: '"$(command -v go 2>/dev/null)"',
  meaning: (text) => {
    if (text === '') return null;
    if (/^(?:alias\s|go=)/.test(text)) return 'alias';
    return text === 'go' ? 'function' : 'program';
  },
};

const fish: KnownShell = {
  ...posix,
  go: '(type -t go 2>/dev/null)',
  // An alias of fish is a function.
  meaning: (text) => (text === '' ? null : text === 'function' ? 'function' : 'program'),
};

const known: Readonly<Record<string, KnownShell>> = {
  zsh: posix,
  bash: posix,
  fish,
  sh: posix,
  dash: posix,
  ksh: { ...posix, args: ['+m'] },
  mksh: { ...posix, args: ['+m'] },
  // -l goes with no other option (tcsh(1)), so a login shell cannot be asked.
  tcsh: {
    modes: ['script', 'interactive'],
    go: '"`alias go`"',
    meaning: (text) => (text === '' ? 'program' : 'alias'),
  },
  // With -c it reads no rc.elv.
  elvish: { modes: ['script'], go: '', meaning: () => 'program' },
  // With -c it reads its files as a login shell alone.
  nu: { modes: ['script', 'login', 'login-interactive'], go: '', meaning: () => 'program' },
};

/** The names of the programs that can be asked, the most common first. */
export const shellNames = Object.keys(known);

/** A shell by the name of its program; null: it is not known how to ask it. Pure. */
export function knownShell(name: string): KnownShell | null {
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null;
}
