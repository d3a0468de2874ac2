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
  /** A pin decided for it. */
  isPinned: boolean;
}

/** What becomes of it. */
export interface GoSwitch extends Outcome {
  /** Every place that sets GOTOOLCHAIN, strongest first. */
  candidates: Candidate[];
}

interface Outcome {
  /** As the contract has it. */
  switch: Resolution['switch'];
  /**
   * What `go version` prints, or would print after the download; where it fails, the version that it looked for, null
   * if that is none.
   */
  version: string | null;
  /** The `bin/go` of that version; null where it is not there. */
  path: string | null;
  /** Why `go version` fails; null where it does not, even if builds will. */
  problem: Failure | null;
}

/** What a decision is made from. */
export interface Facts {
  started: Started;
  /** The value of GOTOOLCHAIN that counts; empty where nothing sets it. */
  gotoolchain: string;
  /** Where that value stands; null where nothing sets it, and where Burrow does, for a pin. */
  setting: Setting | null;
  required: Requirements | null;
}

/** What runs in the end, and what to say about it. Pure. */
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

/** Every place that sets GOTOOLCHAIN, and what became of it; `setting` is the one that counts. Pure. */
export function candidatesOf(
  places: readonly Setting[],
  setting: Setting | null,
  outcome: Outcome,
): Candidate[] {
  return places.map((place) => {
    const asked = parseGotoolchain(place.value);
    const became = place === setting ? outcomeOfSetting(place, outcome) : 'overridden';
    return {
      ...placeOfSetting(place),
      wanted: asked === null || asked.name === 'local' ? wordFor(place.value, asked) : asked.name,
      version: became === 'switches' ? outcome.version : null,
      outcome: became,
      disagreesWith: null,
    };
  });
}

function outcomeOfSetting({ value }: Setting, outcome: Outcome): Candidate['outcome'] {
  if (value !== '' && parseGotoolchain(value) === null) return 'unreadable';
  if (outcome.switch === null) return 'agrees';
  return outcome.switch.how === 'fails' ? 'fails' : 'switches';
}

/** Without a value Go does not switch, as with `local`. */
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
  // Only a Go that knows switching looks whether it is the version that it was started as.
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

/** The Go that runs is older than what go.mod or go.work asks for: the commands that read the module fail. */
function tooOld(facts: Facts, version: string): Resolution['switch'] {
  const { started, gotoolchain, required } = facts;
  const unmet = unmetBy(version, required);
  if (unmet === null) return null;
  const { by, wanted } = unmet;
  const setBy = placeOf(facts, by);
  const place = `${setBy.file}:${setBy.line}`;
  const requires = shown(wanted.replace(/^go/, ''));
  const remedy = remedyFor(started, gotoolchain);
  const told = { place, requires, running: version, remedy };
  const why = knowsSwitching(version)
    ? failure('go-switch.too-old', { ...told, gotoolchain: shown(gotoolchain) })
    : failure('go-switch.before-switching', told);
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
