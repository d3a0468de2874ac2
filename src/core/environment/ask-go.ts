import type { RunnableGo } from '#core/switching';
import { maskSecrets, type System } from '#core/system';
import { failure, isFailure } from '#contract/failure';
import { knownVariables } from '#contract/go-variables';
import type { Setting } from '#core/toolchains';
import type { Answers } from './origins.ts';

/** The minor version of Go since which `go env` knows a variable; the others are older than Burrow's oldest Go. */
const since: Readonly<Record<string, number>> = {
  GOAMD64: 18,
  GOARM64: 23,
  GOAUTH: 24,
  GOCACHEPROG: 24,
  GODEBUG: 23,
  GOFIPS140: 24,
  GOINSECURE: 14,
  GOMODCACHE: 15,
  GOPACKAGESDRIVER: 27,
  GORISCV64: 23,
  GOTELEMETRY: 23,
  GOTELEMETRYDIR: 23,
  GOTOOLCHAIN: 21,
  GOVCS: 16,
  GOVERSION: 16,
  GOWORK: 18,
};
/** Variables of one processor, which `go env` shows for that one alone. */
const ofArch: Readonly<Record<string, readonly string[]>> = {
  GO386: ['386'],
  GOAMD64: ['amd64'],
  GOARM: ['arm'],
  GOARM64: ['arm64'],
  GOMIPS: ['mips', 'mipsle'],
  GOMIPS64: ['mips64', 'mips64le'],
  GOPPC64: ['ppc64', 'ppc64le'],
  GORISCV64: ['riscv64'],
  GOWASM: ['wasm'],
};
/** What Go works out with the help of a C compiler, and what it never lists itself. */
const notAsked = new Set(['GOGCCFLAGS', 'GO_EXTLINK_ENABLED', 'FC']);

/** The variables to ask a Go for by name, apart from cgo's. Pure. */
export function variablesOf(version: string, arch: string): string[] {
  // A Go that is built from its repository knows all.
  const minor = Number(/^go1\.(\d+)/.exec(version)?.[1] ?? Number.POSITIVE_INFINITY);
  return knownVariables.filter(
    (name) => !notAsked.has(name) && (since[name] ?? 0) <= minor && (ofArch[name]?.includes(arch) ?? true),
  );
}

/** What a Go is asked. */
export interface Asked {
  dir: string;
  /** null asks for all, which starts a C compiler. */
  names: readonly string[] | null;
  signal: AbortSignal | undefined;
}

type Environment = RunnableGo['env'];

/**
 * Asks a Go three times for its variables, at once: as it is, without Go's variables in the environment, and without
 * the user's file too; where that is the same, once. `hasFile`: the user's file sets something. Failures:
 * environment.go-fails.
 */
export async function askGo(
  system: System,
  go: RunnableGo,
  asked: Asked,
  hasFile: boolean,
): Promise<Answers> {
  // Otherwise Go would download the version that go.mod asks for.
  const local = { ...go.env, GOTOOLCHAIN: 'local' };
  const bare = withoutGo(local);
  const ask = (env: Environment) => askOnce(system, go, env, asked);
  const asIs = ask(local);
  const isBare = Object.keys(local).every((name) => name in bare);
  const withoutEnvironment = isBare ? asIs : ask(bare);
  const withoutFile = hasFile ? ask({ ...bare, GOENV: 'off' }) : withoutEnvironment;
  const answers = await Promise.all([asIs, withoutEnvironment, withoutFile]);
  return { asIs: answers[0], withoutEnvironment: answers[1], withoutFile: answers[2] };
}

/** A value that keeps every go command from running. */
export interface StoppingValue extends Setting {
  name: string;
  /** What Go says. */
  says: string;
}

/** Go knows pairs of these two alone: `js` is right with `wasm`, and stops it with any other. */
const partners: Readonly<Record<string, string>> = { GOOS: 'GOARCH', GOARCH: 'GOOS' };

/**
 * Asks a Go that does not answer in its own environment: without the values that stop it, each of which is found by
 * trying it alone, with the whole question, since some values, such as a relative GOCACHE, stop only a part of it.
 * `settings`: what sets each variable, strongest first. Failures: environment.go-fails, where none of them is the reason.
 */
export async function askStoppedGo(
  system: System,
  go: RunnableGo,
  asked: Asked,
  settings: ReadonlyMap<string, readonly Setting[]>,
): Promise<{ answers: Answers; stopping: StoppingValue[] }> {
  // Values of the file are passed in the environment, since the file itself is as it is.
  const bare = { ...withoutGo({ ...go.env, GOTOOLCHAIN: 'local' }), GOENV: 'off' };
  const tried = [...settings].flatMap(([name, places]) => places.map((setting) => ({ name, ...setting })));
  const outcomes = await Promise.all(
    tried.map(async (each) => {
      if (each.name === 'GOTOOLCHAIN' || each.name === 'GOENV' || each.value === '') return null;
      const alone = { ...bare, [each.name]: each.value };
      const partner = partners[each.name];
      const [other] = partner === undefined ? [] : (settings.get(partner) ?? []);
      const said = await saidOf(system, go, alone, asked);
      if (said === null) return null;
      const says =
        partner && other ? await saidOf(system, go, { ...alone, [partner]: other.value }, asked) : said;
      return says === null ? null : { ...each, says };
    }),
  );
  const stopping = outcomes.filter((each) => each !== null);
  const usable = (isUsed: (setting: Setting) => boolean): Environment => {
    const found = [...settings].flatMap(([name, places]) => {
      const isStopping = (setting: Setting) =>
        stopping.some((each) => each.name === name && each.file === setting.file);
      const strongest = places.find((setting) => isUsed(setting) && !isStopping(setting));
      return strongest && name !== 'GOENV' && name !== 'GOTOOLCHAIN' ? [[name, strongest.value]] : [];
    });
    return { ...bare, ...(Object.fromEntries(found) as Record<string, string>) };
  };
  const [asIs, withoutEnvironment, withoutFile] = await Promise.all([
    askOnce(
      system,
      go,
      usable(() => true),
      asked,
    ),
    askOnce(
      system,
      go,
      usable(({ file }) => file !== null),
      asked,
    ),
    askOnce(system, go, bare, asked),
  ]);
  for (const { name, value } of stopping) {
    const isStrongest = settings.get(name)?.[0]?.value === value;
    if (isStrongest) asIs.set(name, value);
  }
  return { answers: { asIs, withoutEnvironment, withoutFile }, stopping };
}

/** What Go says when it does not answer in an environment; null: it answers. */
async function saidOf(
  system: System,
  go: RunnableGo,
  env: Environment,
  asked: Asked,
): Promise<string | null> {
  try {
    await askOnce(system, go, env, asked);
    return null;
  } catch (error) {
    if (isFailure(error, 'environment.go-fails')) return String(error.params['output']);
    throw error;
  }
}

async function askOnce(
  system: System,
  go: RunnableGo,
  env: Environment,
  { dir, names, signal }: Asked,
): Promise<Map<string, string>> {
  const args = ['env', '-json', ...(names ?? [])];
  const command = { file: go.path, args, cwd: dir, env, timeoutMs: 60_000 };
  const ran = await system.run({ ...command, ...(signal && { signal }) });
  if (ran.exitCode !== 0) {
    const output = ran.stderr.trim() || ran.stdout.trim();
    throw failure('environment.go-fails', { version: go.version, output: maskSecrets(output) });
  }
  return new Map(Object.entries(JSON.parse(ran.stdout) as Record<string, string>));
}

/** Whether `go env` reads a variable from the environment. */
export function isReadByGo(name: string): boolean {
  return known.has(name) || /^CGO_\w+$/.test(name);
}

const known = new Set(knownVariables);

/** The environment without the variables that `go env` reads, but for the file and for what Burrow sets. */
function withoutGo(env: Environment): Environment {
  const kept = new Set(['GOENV', 'GOTOOLCHAIN']);
  return Object.fromEntries(Object.entries(env).filter(([name]) => kept.has(name) || !isReadByGo(name)));
}
