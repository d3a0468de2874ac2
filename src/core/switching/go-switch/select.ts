import { type Failure, failure, isFailure } from '#contract/failure';
import { compareVersions, isLanguageVersion, parseVersion } from '#core/toolchains';
import { shown } from '../wishes/index.ts';
import type { RequiredLine, Requirements } from './requirements.ts';

/** What Go reads to select a toolchain. */
export interface Asked {
  /** The version of the Go that is started: `go1.24.9`. */
  local: string;
  /** The value of GOTOOLCHAIN; empty if it is not set. */
  gotoolchain: string;
  /** What go.work or go.mod says; a failure if it cannot be read. */
  required: Requirements | Failure | null;
  /**
   * GOTOOLCHAIN_INTERNAL_SWITCH_VERSION: the version that the Go which switched to this one expects; empty if none
   * did.
   */
  expected: string;
}

/** The setting that led to a decision: GOTOOLCHAIN, a line of go.mod or go.work, or what another Go expects. */
export type SetBy = 'gotoolchain' | 'go' | 'toolchain' | 'expected';

/** What Go decides: to continue itself, to look for another toolchain, or to stop with an error. */
export type Selected =
  | { kind: 'stays' }
  | { kind: 'switches'; to: string; by: SetBy; pathOnly: boolean }
  | { kind: 'fails'; to: string; by: SetBy; why: Failure };

/** The first version that switches (https://go.dev/doc/toolchain). */
const firstThatSwitches = 'go1.21';

/** Whether a Go understands GOTOOLCHAIN and toolchain lines. */
export function knowsSwitching(version: string): boolean {
  // Pre-releases of 1.21 do: they sort after `go1.21`, the language version.
  return compareVersions(version, firstThatSwitches) >= 0;
}

/**
 * Decides what a Go of 1.21 or newer decides when it starts, in the order and by the rules of Select in
 * cmd/go/internal/toolchain/select.go. find.ts looks for the toolchain.
 */
export function select({ local, gotoolchain, required, expected }: Asked): Selected {
  if (gotoolchain === '') return { kind: 'stays' };
  const asked = parseGotoolchain(gotoolchain);
  if (asked === null) return invalid(gotoolchain, 'gotoolchain');
  let to = asked.name === 'local' ? local : asked.name;
  let by: SetBy = 'gotoolchain';
  if (isFailure(required)) {
    if (asked.mode !== '' || failsAnyway(required, local)) return { kind: 'fails', to, by, why: required };
  } else if (asked.mode !== '') {
    const toolchain = required?.toolchain ?? null;
    if (toolchain !== null && toolchain.text !== '' && toolchain.text !== 'default') {
      if (versionOf(toolchain.text) === null) return invalidLine(toolchain, required);
      if (isAccepted(toolchain.text, to, local)) [to, by] = [toolchain.text, 'toolchain'];
    }
    const wanted = toolchain?.text === 'default' ? null : goVersionOf(required);
    if (wanted !== null && compareNames(wanted, to) > 0) {
      [to, by] = [knowsFirstRelease(local) ? firstRelease(wanted) : wanted, 'go'];
    }
  }
  if (expected !== '') {
    if (expected === local) return { kind: 'stays' };
    const why = failure('go-switch.unexpected-version', { wanted: shown(expected), found: local });
    return { kind: 'fails', to: expected, by: 'expected', why };
  }
  if (to === local) return { kind: 'stays' };
  // Go rejects a name that cannot be a toolchain before it searches PATH.
  if (!to.startsWith('go1')) return invalid(to, by);
  return { kind: 'switches', to, by, pathOnly: asked.mode === 'path' };
}

/** Splits `auto`, `path`, `local`, `go1.24.9`, `go1.24.9+auto`, …; null if Go rejects the value. */
export function parseGotoolchain(value: string): { name: string; mode: '' | 'auto' | 'path' } | null {
  if (value === 'auto' || value === 'path') return { name: 'local', mode: value };
  const [name = '', ...rest] = value.split('+');
  if (name !== 'local' && versionOf(name) === null) return null;
  if (rest.length === 0) return { name, mode: '' };
  const mode = rest.join('+');
  return mode === 'auto' || mode === 'path' ? { name, mode } : null;
}

/**
 * The version in the name of a toolchain: `go1.24.9` for `go1.24.9-corp`; null if there is none (FromToolchain in
 * cmd/go/internal/gover/toolchain.go).
 */
export function versionOf(name: string): string | null {
  if (!name.startsWith('go') || /[\\/]/.test(name)) return null;
  const version = name.replace(/[ \t-].*$/s, '');
  return isVersion(version.slice(2)) ? version : null;
}

/**
 * The line that requires a newer Go than `version`; null if none does. With such a line, the Go commands that load the
 * module fail. A Go before 1.21 does not know toolchain lines, and fails on the line or on newer code.
 */
export function unmetBy(
  version: string,
  required: Requirements | Failure | null,
): { by: 'go' | 'toolchain'; wanted: string } | null {
  if (required === null || isFailure(required)) return null;
  const go = goVersionOf(required);
  const newer = go !== null && compareNames(go, version) > 0 ? go : null;
  const toolchain = knowsSwitching(version) ? null : versionOf(required.toolchain?.text ?? '');
  if (toolchain !== null && compareNames(toolchain, newer ?? version) > 0) {
    return { by: 'toolchain', wanted: required.toolchain?.text ?? '' };
  }
  return newer === null ? null : { by: 'go', wanted: newer };
}

/** The toolchain that a `go` line means: since 1.21, `go 1.24` is a language version, whose first release is 1.24.0. */
export function firstRelease(version: string): string {
  return isLanguageVersion(version) ? `${version}.0` : version;
}

/** Older Gos look for the toolchain `go1.24`, which does not exist (https://go.dev/issue/62278). */
function knowsFirstRelease(local: string): boolean {
  const since = compareVersions(local, 'go1.22') < 0 ? 'go1.21.11' : 'go1.22.4';
  return compareVersions(local, since) >= 0;
}

/** Since 1.23, Go checks GOWORK even if it may not switch. Before, `go version` still worked. */
function failsAnyway({ code }: Failure, local: string): boolean {
  return code === 'go-switch.relative-gowork' && compareVersions(local, 'go1.23') >= 0;
}

/** A toolchain line counts if it is newer than the Go that would run; for Go 1.21, also if it is equal. */
function isAccepted(toolchain: string, minimum: string, local: string): boolean {
  const order = compareNames(toolchain, minimum);
  return order > 0 || (order === 0 && compareVersions(local, 'go1.22') < 0);
}

/** Orders toolchains by the versions in their names. */
function compareNames(a: string, b: string): number {
  return compareVersions(versionOf(a) ?? '', versionOf(b) ?? '');
}

/** The `go` line as a version; null if Go does not read it as one, and then it is older than every version. */
function goVersionOf(required: Requirements | null): string | null {
  const text = required?.go?.text ?? '';
  return isVersion(text) ? `go${text}` : null;
}

/** Whether Go reads `text` (without the prefix `go`) as a version (internal/gover.Parse). */
function isVersion(text: string): boolean {
  return !/[\s-]/.test(text) && parseVersion(`go${text}`) !== null;
}

function invalid(value: string, by: SetBy): Selected {
  return { kind: 'fails', to: value, by, why: failure('go-switch.invalid', { value: shown(value) }) };
}

function invalidLine({ text, line }: RequiredLine, required: Requirements | null): Selected {
  const place = `${required?.file ?? ''}:${line}`;
  return {
    kind: 'fails',
    to: text,
    by: 'toolchain',
    why: failure('go-switch.invalid-line', { text: shown(text), place }),
  };
}
