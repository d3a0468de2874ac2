import { isAbsolute } from 'node:path';
import { type Failure, failure, type ValueWhy } from '#contract/failure';
import { isGoVariable, placesFor } from '#contract/go-variables';
import { parseVersion } from '#core/toolchains';

const folders = new Set(['GOBIN', 'GOCACHE', 'GOMODCACHE', 'GOTMPDIR', 'GOPATH']);
const patterns = new Set(['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB', 'GOINSECURE']);
const choices: Readonly<Record<string, readonly string[]>> = {
  CGO_ENABLED: ['0', '1'],
  GO111MODULE: ['on', 'off', 'auto'],
  GOAMD64: ['v1', 'v2', 'v3', 'v4'],
  // `go tool dist list` of Go 1.20 to 1.27. That a pair of these is one, Go says itself.
  GOOS: 'aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris wasip1 windows'.split(
    ' ',
  ),
  GOARCH: '386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm'.split(
    ' ',
  ),
};
/** Commands, each with its flags, as `go env -w` checks them (cmd/go/internal/envcmd). */
const commands = new Set(['CC', 'CXX']);
/** What GOSUMDB names without a key (cmd/go/internal/modfetch/key.go). */
const databases = new Set(['off', 'sum.golang.org', 'sum.golang.google.cn']);

/** Why a value must not be written into Go's file; null: it is all right, as far as can be told. Pure. */
export function checkVariable(name: string, value: string): Failure | null {
  if (!isGoVariable(name)) return failure('environment.unknown-variable', { name });
  if (!placesFor(name).includes('go')) return failure('environment.not-settable', { name });
  return checkValue(name, value);
}

/** Why Go's builds would fail with a value later, wherever it is set; null: they would not. Pure. */
export function checkValue(name: string, value: string): Failure | null {
  const why = problemOf(name, value);
  return why === null ? null : failure('environment.value-invalid', { name, value, ...why });
}

export interface ValueProblem {
  why: ValueWhy;
  /** The part that is wrong, or what would be right. */
  detail: string;
}

/** What is wrong with a value of one of Go's variables; null: nothing, as far as can be told. Pure. */
export function problemOf(name: string, value: string): ValueProblem | null {
  if (/[\n\r\0]/.test(value)) return { why: 'line-break', detail: '' };
  // An empty value is Go's default.
  if (value === '') return null;
  if (choices[name] && !choices[name].includes(value)) {
    return { why: 'choice', detail: choices[name].join(', ') };
  }
  if (folders.has(name)) return folderProblem(name, value);
  if (commands.has(name)) return commandProblem(value);
  if (patterns.has(name)) return patternProblem(value);
  if (name === 'GOPROXY') return proxyProblem(value);
  if (name === 'GOSUMDB') return databaseProblem(value);
  if (name === 'GOTOOLCHAIN') return toolchainProblem(value);
  return name === 'GOFLAGS' ? flagProblem(value) : null;
}

function folderProblem(name: string, value: string): ValueProblem | null {
  for (const folder of name === 'GOPATH' ? value.split(':') : [value]) {
    if (folder.startsWith('~')) return { why: 'tilde', detail: folder };
    if (!isAbsolute(folder)) return { why: 'relative', detail: folder };
  }
  return null;
}

/** A command with its flags, split as Go does (cmd/internal/quoted); a name alone is found on PATH. */
function commandProblem(value: string): ValueProblem | null {
  const words = value.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  const open = words.find((word) => /^['"]/.test(word) && !/^(['"]).*\1$/s.test(word));
  if (open !== undefined) return { why: 'quote', detail: open };
  const [, , inside] = /^(['"])(.*)\1$/s.exec(words[0] ?? '') ?? [];
  const command = inside ?? words[0] ?? '';
  if (command.startsWith('~')) return { why: 'tilde', detail: command };
  return command.includes('/') && !isAbsolute(command) ? { why: 'relative', detail: command } : null;
}

/** Patterns of paths (path.Match), separated by commas; Go trims nothing. */
function patternProblem(value: string): ValueProblem | null {
  for (const pattern of value.split(',')) {
    if (pattern !== pattern.trim()) return { why: 'pattern-blank', detail: pattern };
    if (pattern.includes('://')) return { why: 'pattern-scheme', detail: pattern };
  }
  return null;
}

/** The list as Go splits it (cmd/go/internal/modfetch/proxy.go). */
function proxyProblem(value: string): ValueProblem | null {
  const entries = value
    .split(/[,|]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const entry of entries) {
    if (entry === 'direct' || entry === 'off') continue;
    if (/[\s，、；;]/.test(entry)) return { why: 'separator', detail: entry };
    const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(entry) ?? [];
    const isKnown = scheme === undefined ? /[.:/]/.test(entry) : ['http', 'https', 'file'].includes(scheme);
    if (!isKnown) return { why: 'scheme', detail: entry };
  }
  return entries.length === 0 ? { why: 'proxy-off', detail: value } : null;
}

function databaseProblem(value: string): ValueProblem | null {
  const [name = ''] = value.trim().split(/\s+/);
  if (databases.has(name)) return null;
  // A key: name+hash+base64 (golang.org/x/mod/sumdb/note).
  return /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{20,}$/.test(name) ? null : { why: 'database', detail: name };
}

function toolchainProblem(value: string): ValueProblem | null {
  if (/^(?:local|auto|path)$/.test(value)) return null;
  const [, version = ''] = /^(go[^+]+)(?:\+(?:auto|path))?$/.exec(value) ?? [];
  if (version !== '' && parseVersion(version) !== null) return null;
  if (/^(?:local)\+(?:auto|path)$/.test(value)) return null;
  const plain = parseVersion(`go${value}`) === null ? '' : `go${value}`;
  return { why: 'toolchain', detail: plain };
}

/**
 * Words as Go splits them (cmd/internal/quoted), each of which must be a flag: a quote counts at the beginning of a word
 * alone. Of `-ldflags=-s -w`, `go env` takes the second word for its own flag, and no longer runs; `-u` is one too.
 */
function flagProblem(value: string): ValueProblem | null {
  const words = value.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  const wrong = words.find((word) => {
    const [, , inside] = /^(['"])(.*)\1$/s.exec(word) ?? [];
    const flag = inside ?? word;
    return (
      !/^--?[^-=]/.test(flag) || /^--?[suwX](?:=|$)/.test(flag) || (inside === undefined && /['"]/.test(word))
    );
  });
  return wrong === undefined ? null : { why: 'flag', detail: wrong };
}
