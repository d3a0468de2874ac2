import { dirname, join } from 'node:path';
import { z } from 'zod';
import { withoutControlCharacters } from '#contract/control-characters';
import { failure } from '#contract/failure';
import { shellWord } from '#contract/shell-word';
import type { DriftFinding, Snapshot } from '#contract/snapshots';
import { isFile, type System } from '#core/system';
import { byImportance, type Fact, factsOf } from './facts.ts';
import { parseDocument, readDocument } from './format.ts';

/** In the root of a project. Not in a folder `.burrow`, which would be Burrow's home. */
export const baselineName = 'burrow-env.json';

const maxFacts = 500;
const format = 'burrow-baseline';

/** The facts that must hold in a project, by id; null: there must be none. All others may be anything. */
export type Baseline = ReadonlyMap<string, string | null>;

const schema = z.object({
  format: z.literal(format),
  version: z.literal(1),
  must: z
    .record(z.string().max(300), z.string().max(20_000).nullable())
    .refine((must) => Object.keys(must).length <= maxFacts),
});

/** Reads the text of a baseline. Failures: as `parseDocument`. Pure. */
export function parseBaseline(text: string, path: string): Baseline {
  const { must } = parseDocument(text, path, { format, version: 1, schema });
  return new Map(Object.entries(must).map(([id, value]) => [withoutControlCharacters(id), value]));
}

/** A baseline as the text of a file. Pure. */
export function formatBaseline(baseline: Baseline): string {
  return `${JSON.stringify({ format, version: 1, must: Object.fromEntries(baseline) }, null, 2)}\n`;
}

/** What must be the same for a project to build the same on every machine. Of these, `ifSet` only where someone has set them. */
const shared: readonly string[] = [
  'go',
  'GOTOOLCHAIN',
  'GOFLAGS',
  'GOEXPERIMENT',
  'CGO_ENABLED',
  'GOPROXY',
  'GOSUMDB',
  'GOPRIVATE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOINSECURE',
];

/** Their defaults differ between installations of Go, or follow GOPRIVATE. */
const ifSet = new Set(['GOTOOLCHAIN', 'GONOPROXY', 'GONOSUMDB']);

/** What a team can share of a snapshot: nothing that differs between its machines anyway. Pure. */
export function baselineOf(snapshot: Snapshot): Baseline {
  const facts = new Map(factsOf(snapshot).map(({ id, state }) => [id, state]));
  const isSet = (id: string) => ['environment', 'file'].includes(facts.get(id)?.origin ?? '');
  return new Map(
    shared
      .filter((id) => facts.has(id) && (!ifSet.has(id) || isSet(id)))
      .map((id) => [id, facts.get(id)?.value ?? null]),
  );
}

/** The baseline of the nearest folder from `dir` up. Failures: snapshot.no-baseline. */
export async function findBaseline(dir: string): Promise<string> {
  for (let folder = dir; ; folder = dirname(folder)) {
    const file = join(folder, baselineName);
    if (await isFile(file)) return file;
    if (folder === dirname(folder)) throw failure('snapshot.no-baseline', { dir, name: baselineName });
  }
}

/** Failures: as `parseDocument`, and those of files. */
export async function readBaseline(system: System, path: string): Promise<Baseline> {
  return parseBaseline(await readDocument(system, path), path);
}

/** Where a snapshot is not as a baseline says, what matters most first. Pure. */
export function driftFrom(baseline: Baseline, snapshot: Snapshot): DriftFinding[] {
  const facts = new Map(factsOf(snapshot).map((fact) => [fact.id, fact]));
  const found = [...baseline].flatMap(([id, expected]) => {
    const fact = facts.get(id);
    return fact && holds(expected, fact) ? [] : [{ id, expected, fact }];
  });
  return found
    .toSorted((a, b) => byImportance(a.fact ?? unknownFact(a.id), b.fact ?? unknownFact(b.id)))
    .map(({ id, expected, fact }) => findingOf(id, expected, fact));
}

function unknownFact(id: string): Pick<Fact, 'id' | 'kind'> {
  return { id, kind: 'burrow' };
}

/** `go1.26` stands for all its patches. */
function holds(expected: string | null, { kind, state: { value } }: Fact): boolean {
  if (value === expected) return true;
  const isMinor = expected !== null && /^go1\.\d+$/.test(expected);
  return kind === 'go' && isMinor && (value?.startsWith(`${expected}.`) ?? false);
}

function findingOf(id: string, expected: string | null, fact: Fact | undefined): DriftFinding {
  const { kind = null, name = '', mode = null, state } = fact ?? {};
  const { value = null, file = null, line = null } = state ?? {};
  const breaksBuilds = kind === 'go' || kind === 'os' || kind === 'processor';
  return {
    id,
    severity: breaksBuilds ? 'error' : 'warning',
    problem: fact ? 'drift' : 'unknown',
    kind,
    name,
    mode,
    expected,
    found: value,
    evidence: fact ? [{ file, line, value: value ?? '' }] : [],
    fix: fact ? fixOf(fact, expected) : null,
  };
}

/** Variables that a project may be right about without doing harm on the machine of someone who trusts its file. */
const harmless: Readonly<Record<string, RegExp>> = {
  GOTOOLCHAIN: /^(?:auto|local|path|go1[\w.]*(?:\+auto|\+path)?)$/,
  GOFLAGS:
    /^-(?:mod=\w+|trimpath|buildvcs=\w+|tags=[\w,.]+)(?: -(?:mod=\w+|trimpath|buildvcs=\w+|tags=[\w,.]+)){0,9}$/,
  CGO_ENABLED: /^[01]$/,
  GOEXPERIMENT: /^[\w,]+$/,
  GOPROXY: /^(?:https:\/\/[\w./-]+|direct|off)(?:[,|](?:https:\/\/[\w./-]+|direct|off)){0,9}$/,
};

function command(text: string): DriftFinding['fix'] {
  return { kind: 'command', command: text };
}

/** The command that makes a fact as it is expected; null: there is no single one that is safe to offer. */
function fixOf({ id, kind, state }: Fact, expected: string | null): DriftFinding['fix'] {
  if (kind === 'go' && expected !== null && /^go1(?:\.\d+){1,2}(?:(?:rc|beta)\d+)?$/.test(expected)) {
    return command(`burrow use ${expected.slice(2)}`);
  }
  // What the environment sets wins over Go's file.
  if (kind !== 'variable' || state.origin === 'environment') return null;
  if (!expected) return state.origin === 'file' ? command(`burrow env unset ${id}`) : null;
  return harmless[id]?.test(expected) ? command(`burrow env set ${shellWord(`${id}=${expected}`)}`) : null;
}
