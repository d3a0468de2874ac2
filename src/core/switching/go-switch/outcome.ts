import { type Failure, failure } from '#contract/failure';
import type { Candidate, Resolution } from '#contract/switching';
import { isLanguageVersion, type Setting } from '#core/toolchains';
import { shown } from '../wishes/index.ts';
import type { Found } from './find.ts';
import type { Requirements } from './requirements.ts';
import {
  firstRelease,
  knowsSwitching,
  parseGotoolchain,
  type Selected,
  type SetBy,
  unmetBy,
  versionOf,
} from './select.ts';

/** The Go that is started. */
export interface Started {
  version: string;
  /** Its `bin/go`. */
  path: string;
  /** null: not known. */
  goroot: string | null;
  /** The processor that it was built for. */
  arch: string;
  /** Whether a pin selected it. */
  isPinned: boolean;
}

/** What Go's own switching does with the Go that is started. */
export interface GoSwitch extends Outcome {
  /** Every place that sets GOTOOLCHAIN, highest precedence first. */
  candidates: Candidate[];
}

interface Outcome {
  /** As in the contract's `resolution`. */
  switch: Resolution['switch'];
  /**
   * What `go version` prints, or would print after the download. If it fails, the version that it looked for, or null
   * if that is not a version.
   */
  version: string | null;
  /** The `bin/go` of that version; null if it is not on this machine. */
  path: string | null;
  /** Why `go version` fails; null if it does not, even if builds will. */
  problem: Failure | null;
}

/** The input of `outcomeOf`. */
export interface Facts {
  started: Started;
  /** The value of GOTOOLCHAIN that counts; empty if it is not set. */
  gotoolchain: string;
  /** Where that value is set; null if it is not set, or if Burrow sets it for a pin. */
  setting: Setting | null;
  required: Requirements | null;
}

/** Decides which Go runs in the end, and how that is described. Pure. */
export function outcomeOf(facts: Facts, selected: Selected, found: Found | null): Outcome {
  if (selected.kind === 'fails') return fails(facts, selected, selected.why);
  if (selected.kind === 'stays') {
    const { version, path } = facts.started;
    return { switch: tooOld(facts, version), version, path, problem: null };
  }
  const { to, by } = selected;
  const why = whyNot(facts, selected, found);
  if (why !== null) return fails(facts, selected, why);
  const version = found?.version ?? to;
  const how = found?.from === 'path' ? ('path' as const) : ('download' as const);
  return {
    switch: tooOld(facts, version) ?? { to, setBy: placeOf(facts, by), how, why: null },
    version,
    path: found?.path ?? null,
    problem: null,
  };
}

/** Every place that sets GOTOOLCHAIN, with its outcome; `setting` is the one that counts. Pure. */
export function candidatesOf(
  places: readonly Setting[],
  setting: Setting | null,
  outcome: Outcome,
): Candidate[] {
  return places.map((place) => {
    const asked = parseGotoolchain(place.value);
    const result = place === setting ? outcomeOfSetting(place, outcome) : 'overridden';
    return {
      ...placeOfSetting(place),
      wanted: asked === null || asked.name === 'local' ? wordFor(place.value, asked) : asked.name,
      version: result === 'switches' ? outcome.version : null,
      outcome: result,
      disagreesWith: null,
    };
  });
}

function outcomeOfSetting({ value }: Setting, outcome: Outcome): Candidate['outcome'] {
  if (value !== '' && parseGotoolchain(value) === null) return 'unreadable';
  if (outcome.switch === null) return 'agrees';
  return outcome.switch.how === 'fails' ? 'fails' : 'switches';
}

/** An empty value acts like `local`: Go does not switch. */
function wordFor(value: string, asked: unknown): string | null {
  if (value === '') return 'local';
  return asked === null ? null : value;
}

function whyNot(
  { gotoolchain }: Facts,
  { to, by, pathOnly }: Extract<Selected, { kind: 'switches' }>,
  found: Found | null,
): Failure | null {
  const toolchain = shown(to);
  if (found === null) {
    if (pathOnly) return failure('go-switch.not-on-path', { toolchain, gotoolchain: shown(gotoolchain) });
    if (!isLanguageVersion(versionOf(to) ?? '')) return null;
    return failure('go-switch.language-version', { toolchain, remedy: by === 'go' ? 'install' : 'write' });
  }
  if (found.why !== null) return found.why;
  const { path, version } = found;
  // Go 1.21 and later check that their version is the one they were started as.
  if (version === null || version === to || !knowsSwitching(version)) return null;
  return failure('go-switch.other-on-path', { toolchain, path, version });
}

function fails(facts: Facts, { to, by }: { to: string; by: SetBy }, why: Failure): Outcome {
  return {
    switch: { to: shown(to), setBy: placeOf(facts, by), how: 'fails', why: dataOf(why) },
    version: versionOf(to) === null ? null : shown(to),
    path: null,
    problem: why,
  };
}

/** Set if the Go that runs is older than go.mod or go.work requires, so that commands that read the module fail. */
function tooOld(facts: Facts, version: string): Resolution['switch'] {
  const { started, gotoolchain, required } = facts;
  const unmet = unmetBy(version, required);
  if (unmet === null) return null;
  const { by, wanted } = unmet;
  const setBy = placeOf(facts, by);
  const place = `${setBy.file}:${setBy.line}`;
  const requires = shown(wanted.replace(/^go/, ''));
  const remedy = remedyFor(started, gotoolchain);
  const params = { place, requires, running: version, remedy };
  const why = knowsSwitching(version)
    ? failure('go-switch.too-old', { ...params, gotoolchain: shown(gotoolchain) })
    : failure('go-switch.before-switching', params);
  return { to: shown(firstRelease(wanted)), setBy, how: 'fails', why: dataOf(why) };
}

function remedyFor({ isPinned }: Started, gotoolchain: string): 'pin' | 'gotoolchain' | 'install' {
  const name = parseGotoolchain(gotoolchain)?.name ?? 'local';
  if (name !== 'local') return 'gotoolchain';
  return isPinned ? 'pin' : 'install';
}

function placeOf({ setting, required }: Facts, by: SetBy) {
  const line = by === 'go' || by === 'toolchain' ? required?.[by] : null;
  if (required && line && (by === 'go' || by === 'toolchain')) {
    const text = shown(`${by} ${line.text}`);
    return { rule: `${required.kind}-${by}` as const, file: required.file, line: line.line, text };
  }
  if (by !== 'expected') return placeOfSetting(setting ?? { value: '', file: null, line: null });
  return { rule: 'gotoolchain' as const, file: 'GOTOOLCHAIN_INTERNAL_SWITCH_VERSION', line: null, text: '' };
}

function placeOfSetting({ value, file, line }: Setting) {
  return { rule: 'gotoolchain' as const, file: file ?? 'GOTOOLCHAIN', line, text: shown(value) };
}

function dataOf({ code, params }: Failure) {
  return { code, params };
}
