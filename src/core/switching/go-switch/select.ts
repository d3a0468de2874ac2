import { type Failure, failure, isFailure } from '#contract/failure';
import { compareVersions, isLanguageVersion, parseVersion } from '#core/toolchains';
import { shown } from '../wishes/index.ts';
import type { RequiredLine, Requirements } from './requirements.ts';

/** What a Go looks at before it does anything else. */
export interface Asked {
  /** The version of the Go that is started: `go1.24.9`. */
  local: string;
  /** The value of GOTOOLCHAIN; empty where nothing sets it. */
  gotoolchain: string;
  /** What go.work or go.mod says; a failure where they cannot be read. */
  required: Requirements | Failure | null;
  /**
   * GOTOOLCHAIN_INTERNAL_SWITCH_VERSION: the version that another Go, which switched to this one, expects; empty
   * otherwise.
   */
  expected: string;
}

/** Which setting is behind it: GOTOOLCHAIN, a line of go.mod or go.work, or what another Go expects. */
export type SetBy = 'gotoolchain' | 'go' | 'toolchain' | 'expected';

/** What Go decides: it goes on itself, looks for another toolchain, or gives up with an error. */
export type Selected =
  | { kind: 'stays' }
  | { kind: 'switches'; to: string; by: SetBy; pathOnly: boolean }
  | { kind: 'fails'; to: string; by: SetBy; why: Failure };

/** The first version that switches (https://go.dev/doc/toolchain). */
const firstThatSwitches = 'go1.21';

/** Whether a Go knows GOTOOLCHAIN and toolchain lines at all. */
export function knowsSwitching(version: string): boolean {
  // A pre-release of 1.21 does: it comes after `go1.21`, the language version.
  return compareVersions(version, firstThatSwitches) >= 0;
}

/**
 * What a Go of 1.21 or newer decides at its start, in the order and by the rules of Select in
 * cmd/go/internal/toolchain/select.go. Whether the toolchain is to be had is another question (find.ts).
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
  // Go refuses what could not be a toolchain before it looks on PATH.
  if (!to.startsWith('go1')) return invalid(to, by);
  return { kind: 'switches', to, by, pathOnly: asked.mode === 'path' };
}

/** Splits `auto`, `path`, `local`, `go1.24.9`, `go1.24.9+auto`, …; null where Go refuses the value. */
export function parseGotoolchain(value: string): { name: string; mode: '' | 'auto' | 'path' } | null {
  if (value === 'auto' || value === 'path') return { name: 'local', mode: value };
  const [name = '', ...rest] = value.split('+');
  if (name !== 'local' && versionOf(name) === null) return null;
  if (rest.length === 0) return { name, mode: '' };
  const mode = rest.join('+');
  return mode === 'auto' || mode === 'path' ? { name, mode } : null;
}

/**
 * The version in the name of a toolchain: `go1.24.9` of `go1.24.9-corp`; null where it has none (FromToolchain in
 * cmd/go/internal/gover/toolchain.go).
 */
export function versionOf(name: string): string | null {
  if (!name.startsWith('go') || /[\\/]/.test(name)) return null;
  const version = name.replace(/[ \t-].*$/s, '');
  return isVersion(version.slice(2)) ? version : null;
}

/**
 * The line that asks for a newer Go than `version`, which the Go commands that load the module refuse then; null where
 * nothing does. A Go before 1.21 knows no toolchain line, and fails over it or over the newer code.
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

/** The toolchain that a `go` line names: from 1.21 on, `go 1.24` names the language, whose first release is 1.24.0. */
export function firstRelease(version: string): string {
  return isLanguageVersion(version) ? `${version}.0` : version;
}

/** Older ones look for a toolchain `go1.24`, which does not exist (https://go.dev/issue/62278). */
function knowsFirstRelease(local: string): boolean {
  const since = compareVersions(local, 'go1.22') < 0 ? 'go1.21.11' : 'go1.22.4';
  return compareVersions(local, since) >= 0;
}

/** Since 1.23 Go looks at GOWORK whether or not it may switch; before, only `go version` worked then. */
function failsAnyway({ code }: Failure, local: string): boolean {
  return code === 'go-switch.relative-gowork' && compareVersions(local, 'go1.23') >= 0;
}

/** A toolchain line counts when it is newer than what runs anyway; 1.21 took one that is equal, too. */
function isAccepted(toolchain: string, minimum: string, local: string): boolean {
  const order = compareNames(toolchain, minimum);
  return order > 0 || (order === 0 && compareVersions(local, 'go1.22') < 0);
}

/** Orders toolchains by the versions in their names. */
function compareNames(a: string, b: string): number {
  return compareVersions(versionOf(a) ?? '', versionOf(b) ?? '');
}

/** The `go` line as a version; null where Go takes it for none, and so for older than every other. */
function goVersionOf(required: Requirements | null): string | null {
  const text = required?.go?.text ?? '';
  return isVersion(text) ? `go${text}` : null;
}

/** Whether Go reads it as a version, without `go` before it (internal/gover.Parse). */
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
