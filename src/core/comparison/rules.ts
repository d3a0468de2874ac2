import type { Cause, Statement, Verdict } from '#contract/verdict';
import type { Evidence, Share } from './evidence.ts';
import {
  againstOf,
  replacementOf,
  asCause,
  isInDirection,
  percentOf,
  statementsOfUnit,
  sum,
  type Unit,
  unitsOf,
} from './units.ts';

/** At most so many causes are told; `causes` has all. */
const maxTold = 3;
/** Once so much of the change is explained, no further cause is told, in percent. */
const enough = 80;
/** Smaller causes are not told, in percent. */
const minTold = 10;
/** What goes the other way is told if it is at least so much of what goes with the change, in percent. */
const minAgainst = 25;

/**
 * The verdict on two programs: what made B larger or smaller than A, and what is said of it. It says what the evidence
 * proves and no more. Pure.
 */
export function judge(evidence: Evidence): Verdict {
  const shares = attribute(evidence);
  return { statements: statementsOf(evidence, shares), causes: causesOf(shares, evidence) };
}

/**
 * What the shares are because of. With the same code on both sides (two equal clean revisions, the same modules) and one
 * other difference, that difference is the cause of everything but embedded files and C code, which come from elsewhere.
 * Debug information and symbols that only one side has are because of flags.
 */
function attribute(evidence: Evidence): Share[] {
  const { shares, debugInfo, symbols, go } = evidence;
  const flagBytes = (debugInfo?.bytes ?? 0) + (symbols?.bytes ?? 0);
  const flags: Share[] = flagBytes === 0 ? [] : [{ ...nameless('flags'), bytes: flagBytes }];
  const one = onlyDifference(evidence);
  if (one === null) return joinShares([...shares, ...flags]);
  // With other modules, those have their own share, but the program's own code is still the same.
  const isItself = ({ kind }: Share) => (evidence.modulesDiffer ? kind !== 'own-code' : isApart(kind));
  const apart = shares.filter(isItself);
  const bytes = sum(shares) - sum(apart);
  const cause: Share =
    one === 'go'
      ? { ...nameless('go'), a: go?.a ?? null, b: go?.b ?? null, bytes }
      : { ...nameless('flags'), bytes };
  return joinShares([...apart, ...flags, cause]);
}

function isApart(kind: Share['kind']): boolean {
  return kind === 'embedded-files' || kind === 'c-code';
}

/** null: the program's own code differs, or it is not known, or more than one thing may be the cause. */
function onlyDifference({ revision, programs, target, go, flags, cgo }: Evidence): 'go' | 'flags' | null {
  if (revision !== 'clean' || programs || target) return null;
  const differ = flagsDiffer({ flags, cgo });
  if (go) return differ ? null : 'go';
  return differ ? 'flags' : null;
}

function flagsDiffer({ flags, cgo }: Pick<Evidence, 'flags' | 'cgo'>): boolean {
  return flags.added.length + flags.removed.length > 0 || cgo !== null;
}

function nameless(kind: Share['kind']): Share {
  return { kind, name: null, a: null, b: null, bytes: 0 };
}

/** Shares of one kind and name are one. */
function joinShares(shares: readonly Share[]): Share[] {
  return Map.groupBy(shares, ({ kind, name }) => `${kind} ${name}`)
    .values()
    .map((same) => same.reduce((one, other) => ({ ...one, bytes: one.bytes + other.bytes })))
    .toArray();
}

function causesOf(shares: readonly Share[], evidence: Evidence): Cause[] {
  const { change } = evidence;
  const gross = sum(shares.filter((each) => isInDirection(each, change)));
  return shares
    .filter(({ bytes }) => bytes !== 0)
    .map((share) => ({
      ...asCause(share, evidence),
      bytes: share.bytes,
      percent: percentOf(share.bytes, gross, change),
    }))
    .toSorted(
      (x, y) =>
        Number(y.percent !== null) - Number(x.percent !== null) ||
        Math.abs(y.bytes) - Math.abs(x.bytes) ||
        ((x.name ?? x.kind) < (y.name ?? y.kind) ? -1 : 1),
    );
}

function statementsOf(evidence: Evidence, shares: readonly Share[]): Statement[] {
  const { sameFile, programs, target, change } = evidence;
  if (sameFile) return [{ kind: 'same-file' }];
  if (programs) return [{ kind: 'different-programs', ...programs }];
  // Code for two targets differs everywhere, and how much it would differ otherwise is not known.
  if (target) return [{ kind: 'target', ...target }, ...settings(evidence, [])];
  if (change === 0) return [...settings(evidence, []), ...sameCode(evidence)];
  if (nothingDiffers(evidence)) return [{ kind: 'nothing-recorded-differs' }];
  const told = tellCauses(evidence, shares);
  const around = settings(evidence, told);
  return [
    ...around.filter(({ kind }) => kind !== 'go'),
    ...told,
    ...around.filter(({ kind }) => kind === 'go'),
    ...sameCode(evidence),
    ...gaps(evidence, told),
  ];
}

/** The code is the same, and nothing else that is recorded differs. */
function nothingDiffers(evidence: Evidence): boolean {
  const { revision, modulesDiffer, go, debugInfo, symbols, embedded } = evidence;
  const differs = modulesDiffer || go || debugInfo || symbols || embedded || flagsDiffer(evidence);
  return revision === 'clean' && !differs;
}

/** Settings that differ and are not told yet; how much is because of them is not known. */
function settings({ flags, cgo, go }: Evidence, told: readonly Statement[]): Statement[] {
  const missing = (kind: Statement['kind']) =>
    told.every((each) => each.kind !== kind && !(each.kind === 'against' && isToldOfGo(each.cause, kind)));
  return [
    ...(flags.added.length + flags.removed.length > 0 && missing('flags')
      ? [{ kind: 'flags' as const, ...flags, percent: null }]
      : []),
    ...(cgo !== null && missing('cgo') ? [{ kind: 'cgo' as const, enabled: cgo, percent: null }] : []),
    ...(go && missing('go') ? [{ kind: 'go' as const, ...go, percent: null }] : []),
  ];
}

/** Whether what goes the other way is a new Go, with its versions. */
function isToldOfGo({ kind, a }: Cause, wanted: Statement['kind']): boolean {
  return wanted === 'go' && kind === 'go' && a !== null;
}

/** What is known of the program's own code. */
function sameCode({ revision }: Evidence): Statement[] {
  if (revision === 'clean') return [{ kind: 'own-code-unchanged' }];
  const isSame = revision === 'dirty' || revision === 'unsure';
  return isSame ? [{ kind: 'same-commit', dirty: revision === 'dirty' }] : [];
}

/** What the evidence does not suffice for. */
function gaps(
  { packagesUnknown, modulesUnknown, codeOnly }: Evidence,
  told: readonly Statement[],
): Statement[] {
  const wholly = told.some((each) => 'percent' in each && (each.percent ?? 0) >= enough && isExact(each));
  if (packagesUnknown) return wholly ? [] : [{ kind: 'packages-unknown', side: packagesUnknown }];
  return [
    ...(modulesUnknown && told.some(({ kind }) => kind === 'unowned')
      ? [{ kind: 'modules-unknown' as const, side: modulesUnknown }]
      : []),
    ...(codeOnly && !wholly ? [{ kind: 'code-only' as const }] : []),
  ];
}

/** It is told without the sizes of packages. */
function isExact({ kind }: Statement): boolean {
  return kind === 'debug-info' || kind === 'symbols' || kind === 'go' || kind === 'flags';
}

/** Flags and variables with which the compiler makes other code of everything. */
const changesAllCode =
  /^(?:-(?:race|msan|asan|cover|gcflags|buildmode|pgo|linkshared|compiler)\b|GO(?!FIPS140))/;

/**
 * Whether the change of an owner says what it is because of. Without packages, nobody owns anything; code that is the
 * same did not change the size, and of the rest of the program it is not known whether Go did or the flags.
 */
function isEvident({ kind }: Share, evidence: Evidence): boolean {
  const { packagesUnknown, revision, modulesDiffer, go, flags } = evidence;
  if (kind === 'flags' || isApart(kind)) return true;
  if (packagesUnknown !== null && kind === 'unowned') return false;
  if (revision !== 'clean') {
    const isOnBothSides = kind === 'own-code' || kind === 'dependency-same' || kind === 'go';
    return !isOnBothSides || ![...flags.added, ...flags.removed].some((flag) => changesAllCode.test(flag));
  }
  const separable = !go || !flagsDiffer(evidence);
  return kind !== 'own-code' && (separable || (modulesDiffer && kind !== 'go' && kind !== 'dependency-same'));
}

function tellCauses(evidence: Evidence, shares: readonly Share[]): Statement[] {
  const { change } = evidence;
  const known = shares.filter((share) => isEvident(share, evidence));
  const gross = sum(shares.filter((each) => isInDirection(each, change)));
  const units = unitsOf(known, gross, change);
  const told: Unit[] = [];
  let explained = 0;
  for (const unit of units.filter(({ percent }) => percent !== null)) {
    const percent = unit.percent ?? 0;
    if (told.length > 0 && (told.length >= maxTold || explained >= enough || percent < minTold)) break;
    told.push(unit);
    explained += percent;
  }
  // Padding and bytes of no known package are evidence of nothing, so they come after all others.
  const ordered = [...told.filter((unit) => !isUnowned(unit)), ...told.filter(isUnowned)];
  const [against] = units.filter(({ percent }) => percent === null);
  const statements = ordered.flatMap((unit) => statementsOfUnit(unit, evidence));
  if (!against || Math.abs(against.bytes) * 100 < Math.abs(gross) * minAgainst) return statements;
  const [only, ...others] = told;
  const replacement = only && others.length === 0 ? replacementOf(only, against, evidence) : null;
  return [...statements, ...(replacement ?? againstOf(against, evidence))];
}

function isUnowned({ shares: [first] }: Unit): boolean {
  return first?.kind === 'padding' || (first?.kind === 'unowned' && first.name === null);
}
