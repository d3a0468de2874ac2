import type { RunnableGo } from '#core/switching';
import { maskSecrets, type System } from '#core/system';
import { failure } from '#contract/failure';
import { knownVariables } from '#contract/go-variables';
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

/**
 * Asks a Go three times for its variables, at once: as it is, without Go's variables in the environment, and without
 * the user's file too. `names`: null asks for all, which starts a C compiler. Failures: environment.go-fails.
 */
export async function askGo(
  system: System,
  go: RunnableGo,
  { dir, names, signal }: { dir: string; names: readonly string[] | null; signal: AbortSignal | undefined },
): Promise<Answers> {
  // Otherwise Go would download the version that go.mod asks for.
  const local = { ...go.env, GOTOOLCHAIN: 'local' };
  const bare = withoutGo(local);
  const ask = async (env: RunnableGo['env']): Promise<ReadonlyMap<string, string>> => {
    const args = ['env', '-json', ...(names ?? [])];
    const ran = await system.run({
      file: go.path,
      args,
      cwd: dir,
      env,
      timeoutMs: 60_000,
      ...(signal && { signal }),
    });
    if (ran.exitCode !== 0) {
      const detail = ran.stderr.trim() || ran.stdout.trim();
      throw failure('environment.go-fails', { version: go.version, detail: maskSecrets(detail) });
    }
    return new Map(Object.entries(JSON.parse(ran.stdout) as Record<string, string>));
  };
  const [asIs, withoutEnvironment, withoutFile] = await Promise.all([
    ask(local),
    ask(bare),
    ask({ ...bare, GOENV: 'off' }),
  ]);
  return { asIs, withoutEnvironment, withoutFile };
}

/** The environment without the variables that `go env` reads, but for the file and for what Burrow sets. */
function withoutGo(env: RunnableGo['env']): RunnableGo['env'] {
  const read = new Set(knownVariables);
  const kept = new Set(['GOENV', 'GOTOOLCHAIN']);
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => kept.has(name) || !(read.has(name) || /^CGO_\w+$/.test(name))),
  );
}
