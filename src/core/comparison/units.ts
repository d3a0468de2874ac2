import type { Cause, Statement } from '#contract/verdict';
import type { Evidence, Share } from './evidence.ts';
import { goMinor } from './go-minor.ts';

/** One module is told alone if it has so much of what all of its kind changed, in percent. */
const alone = 75;

/** Shares that are told as one. */
export interface Unit {
  shares: Share[];
  bytes: number;
  percent: number | null;
}

/** Largest first. Dependencies of one kind are one unit, but for one that is most of it. */
export function unitsOf(shares: readonly Share[], gross: number, change: number): Unit[] {
  const unit = (parts: Share[]): Unit => ({
    shares: parts,
    bytes: sum(parts),
    percent: percentOf(sum(parts), gross, change),
  });
  const groups = Map.groupBy(
    shares.filter(({ bytes }) => bytes !== 0),
    (share) =>
      share.kind.startsWith('dependency-') && share.from === undefined
        ? `${share.kind} ${Math.sign(share.bytes)}`
        : share,
  );
  return [...groups.values()]
    .flatMap((group) => {
      const [largest, ...rest] = group.toSorted((x, y) => Math.abs(y.bytes) - Math.abs(x.bytes));
      if (!largest) return [];
      const isMost = Math.abs(largest.bytes) * 100 >= Math.abs(sum(group)) * alone;
      if (!isMost || rest.length === 0) return [unit([largest, ...rest])];
      return [unit([largest]), unit(rest)];
    })
    .toSorted((x, y) => Math.abs(y.bytes) - Math.abs(x.bytes));
}

/** Sizes that differ by a larger factor are hardly of modules for the same purpose. */
const maxFactor = 4;

/**
 * A new module that came in the same change in which others went, or the reverse; null: it is not one. The sizes have to
 * be of one order.
 */
export function replacementOf(unit: Unit, against: Unit, evidence: Evidence): Statement[] | null {
  const [first, other] = [unit.shares[0], against.shares[0]];
  if (!first || !other || against.shares.length > 1) return null;
  const kinds = [first.kind, other.kind].toSorted().join(' ');
  if (kinds !== 'dependency-added dependency-removed' || first.from || other.from) return null;
  const factor = Math.abs(unit.bytes / against.bytes);
  if (factor > maxFactor || factor < 1 / maxFactor) return null;
  const cause = { ...asCause(other, evidence), bytes: against.bytes, percent: null };
  return [{ kind: 'replacement', cause, count: unit.shares.length }];
}

export function againstOf({ shares, bytes }: Unit, evidence: Evidence): Statement[] {
  const [first] = shares;
  if (!first) return [];
  const name = shares.length === 1 ? first.name : null;
  return [{ kind: 'against', cause: { ...asCause({ ...first, name }, evidence), bytes, percent: null } }];
}

/** The change of the standard library is because of another Go, or of its use. */
export function asCause(
  { kind, name, a, b }: Share,
  evidence: Evidence,
): Pick<Cause, 'kind' | 'name' | 'a' | 'b'> {
  if (kind !== 'go' || isBecauseOfGo(evidence)) return { kind, name, a, b };
  return { kind: 'standard-library', name, a: null, b: null };
}

export function statementsOfUnit({ shares, bytes, percent }: Unit, evidence: Evidence): Statement[] {
  const [first] = shares;
  if (!first) return [];
  const { kind, name, a, b } = first;
  switch (kind) {
    case 'own-code':
      return [{ kind, part: first.part ?? null, percent }];
    case 'go':
      return evidence.go && isBecauseOfGo(evidence)
        ? [{ kind, ...evidence.go, percent }]
        : [{ kind: 'standard-library', added: evidence.standardAdded, percent }];
    case 'flags':
      return flagStatements(bytes, percent ?? 0, evidence);
    case 'embedded-files':
      return evidence.embedded ? [{ kind, ...evidence.embedded, percent }] : [];
    case 'padding':
      return [{ kind, percent }];
    case 'c-code':
      return [{ kind, part: first.part ?? null, percent }];
    case 'unowned':
      return [{ kind, path: name, percent }];
    default:
      return [
        {
          kind: 'dependencies',
          how: kind.slice('dependency-'.length) as 'added' | 'removed' | 'changed' | 'same',
          count: shares.length,
          largest: { kind, name, a, b, bytes: first.bytes, percent: null },
          from: first.from ?? null,
          importers: kind === 'dependency-added' && name ? [...(evidence.importers.get(name) ?? [])] : [],
          bytes,
          percent,
        },
      ];
  }
}

/**
 * Whether the change of the standard library is because of another Go: the code that uses it is the same, or it is another
 * minor version. A patch changes little; and new packages are there because somebody uses them.
 */
export function isBecauseOfGo({ go, revision, standardAdded }: Evidence): boolean {
  if (revision === 'clean') return true;
  return go !== null && standardAdded === null && goMinor(go.a) !== goMinor(go.b);
}

/** Flags by what they did: what of it is debug information is known exactly. */
function flagStatements(bytes: number, percent: number, evidence: Evidence): Statement[] {
  const { debugInfo, symbols, flags, cgo } = evidence;
  const debug = (debugInfo?.bytes ?? 0) + (symbols?.bytes ?? 0);
  const statements: Statement[] = [];
  const share = (part: number) => (percent * part) / bytes;
  if (debugInfo)
    statements.push({ kind: 'debug-info', kept: debugInfo.kept, bytes: debug, percent: share(debug) });
  else if (symbols)
    statements.push({ kind: 'symbols', kept: symbols.kept, bytes: debug, percent: share(debug) });
  if (bytes === debug) return statements;
  const rest = share(bytes - debug);
  if (flags.added.length + flags.removed.length > 0)
    statements.unshift({ kind: 'flags', ...flags, percent: rest });
  else if (cgo !== null) statements.unshift({ kind: 'cgo', enabled: cgo, percent: rest });
  return statements;
}

/** Of the gross change in the direction of the net change; null: it goes the other way, or the net change is 0. */
export function percentOf(bytes: number, gross: number, change: number): number | null {
  return isInDirection({ bytes }, change) ? (bytes / gross) * 100 : null;
}

export function isInDirection({ bytes }: { bytes: number }, change: number): boolean {
  return bytes !== 0 && Math.sign(bytes) === Math.sign(change);
}

export function sum(shares: readonly { bytes: number }[]): number {
  return shares.reduce((total, { bytes }) => total + bytes, 0);
}
