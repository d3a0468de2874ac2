import type { StartedAs } from '#contract/consistency';
import { type FactKind, factKind, type FactState, type Snapshot } from '#contract/snapshots';

/** One fact of a snapshot, such as the value of a variable. */
export interface Fact {
  /** `go`, `GOFLAGS`, `start:zsh:login`, `profile:~/.zshrc`. */
  id: string;
  kind: FactKind;
  /** What it is called, where `kind` does not say it. */
  name: string;
  mode: StartedAs | null;
  state: FactState;
}

const nothing: FactState = { value: null, origin: null, file: null, line: null };

function fact(id: string, kind: FactKind, state: Partial<FactState>, name = ''): Fact {
  return { id, kind, name, mode: null, state: { ...nothing, ...state } };
}

function program(found: Snapshot['git']): Partial<FactState> {
  return { value: found && found.version, origin: found && found.path, file: found && found.path };
}

/** Every fact of a snapshot, each id once; what is not known is left out. Pure. */
export function factsOf(snapshot: Snapshot): Fact[] {
  const { system, go, compiler, pkgConfig, git } = snapshot;
  return onceEach([
    ...(go ? [fact('go', 'go', { value: go.version, origin: go.goroot, file: go.goroot })] : []),
    ...(snapshot.starts ?? []).map(({ shell, mode, version }): Fact => {
      const name = shell ?? '';
      return { ...fact(`start:${name}:${mode}`, 'start', { value: version }, name), mode };
    }),
    fact('default', 'default', { value: snapshot.toolchains.find((each) => each.default)?.version ?? null }),
    ...(snapshot.variables ?? []).map(({ name, value, origin }) =>
      fact(name, 'variable', { value, origin: origin.kind, file: origin.file, line: origin.line }, name),
    ),
    fact('compiler', 'compiler', program(compiler)),
    fact('processor', 'processor', { value: system.arch }),
    fact('translated', 'translated', { value: String(system.translated) }),
    fact('os', 'os', { value: system.os }),
    ...snapshot.toolchains.map(({ version, os, arch, adopted, verified }) => {
      const name = `${version} ${os}/${arch}`;
      return fact(`toolchain:${name}`, 'toolchain', { value: adopted ?? 'burrow', origin: verified }, name);
    }),
    fact('path', 'path', { value: snapshot.path.join(':') }),
    fact('libc', 'libc', { value: system.libc }),
    fact('pkg-config', 'pkg-config', program(pkgConfig)),
    fact('git', 'git', program(git)),
    ...engineFact(snapshot.engine),
    fact('login-shell', 'login-shell', { value: snapshot.shells.find(({ login }) => login)?.path ?? null }),
    ...snapshot.shells.map(({ path, version }) =>
      fact(`shell:${path}`, 'shell', { value: version ?? '', file: path }, path),
    ),
    ...snapshot.profiles.map(({ path, sha256, block }) =>
      fact(`profile:${path}`, 'profile', { value: sha256, origin: block ? 'block' : null, file: path }, path),
    ),
    fact('release', 'release', { value: system.release }),
    fact('processor-name', 'processor-name', { value: system.processor }),
    fact('burrow', 'burrow', { value: snapshot.burrow }),
  ]);
}

/** An engine that is too slow to answer may be any. */
function engineFact(engine: Snapshot['engine']): Fact[] {
  if (engine.state === 'slow') return [];
  const value = engine.state === 'none' ? null : `${engine.product} ${engine.version}`;
  return [fact('engine', 'engine', { value })];
}

/** A file that someone wrote may name a fact twice: the first counts. */
function onceEach(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** What differs most often between machines that build differently, first; then the others by name. */
const firstVariables: readonly string[] = [
  'GOTOOLCHAIN',
  'GOFLAGS',
  'GOROOT',
  'GOEXPERIMENT',
  'CGO_ENABLED',
  'GOPROXY',
  'GOSUMDB',
  'GOPRIVATE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOINSECURE',
  'GOOS',
  'GOARCH',
];

const order: readonly FactKind[] = factKind.options;

/** Sorts facts by how much they matter; a variable of no importance comes after the processor and the system. */
export function byImportance(a: Pick<Fact, 'id' | 'kind'>, b: Pick<Fact, 'id' | 'kind'>): number {
  const [one, other] = [rank(a), rank(b)];
  if (one !== other) return one - other;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function rank({ id, kind }: Pick<Fact, 'id' | 'kind'>): number {
  const steps = 100;
  if (kind !== 'variable') return order.indexOf(kind) * steps;
  const own = firstVariables.indexOf(id);
  return own < 0 ? order.indexOf('os') * steps + 1 : order.indexOf('variable') * steps + own;
}
