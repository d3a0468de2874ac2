import { dirname, resolve } from 'node:path';
import { withoutControlCharacters } from '#contract/control-characters';
import { failure } from '#contract/failure';
import { asksGit, mustBeFileWhereGoReads, mustBeFolder } from '#core/builds';
import { goFor } from '#core/switching';
import { type Command, type Finished, maskSecrets, type System } from '#core/system';
import { readonlyGoflags } from './flags.ts';
import { missingModules } from './missing.ts';

/** ms for one question. Online, Go asks about every module, also those that are fetched from their repositories. */
const timeoutMs = { offline: 60_000, online: 300_000 };

/** The Go of a project, which answers questions about it and changes nothing in it. */
export interface ProjectGo {
  /** The Go that answers, after its own switching: `go1.26.1`. */
  version: string;
  /** The folder of go.mod; in a workspace without one, that of go.work. */
  root: string;
  /** go.mod, null in the folder of a workspace without one; and go.work, null if none applies. */
  goMod: string | null;
  goWork: string | null;
  /** -buildvcs=false where this Go knows it: Go then asks no version control, which a repository can configure. */
  noVcs: readonly string[];
  goflags: string;
  /** How to start `go` with these arguments in the root; without the network, unless it is asked online. */
  command(args: readonly string[]): Command;
  /** Runs it. A non-zero exit code is a result. Failures: process.timed-out, cancelled. */
  run(args: readonly string[]): Promise<Finished>;
  /** What it prints. Failures: as `run`, modules.go-fails, modules.not-cached. */
  ask(args: readonly string[]): Promise<string>;
}

export interface Asking {
  dir: string;
  /** Go may use the network, as the user's settings say. */
  online?: boolean | undefined;
}

/**
 * Finds the Go of the project that contains `dir`. Failures: modules.none, modules.go-fails, folder.not-found,
 * file.unusable, and those of goFor.
 */
export async function projectGo(
  system: System,
  { dir, online = false }: Asking,
  signal: AbortSignal | undefined,
): Promise<ProjectGo> {
  const folder = resolve(system.cwd, dir);
  mustBeFolder(folder);
  mustBeFileWhereGoReads(folder);
  const go = await goFor(system, folder);
  const limit = { timeoutMs: online ? timeoutMs.online : timeoutMs.offline, ...(signal && { signal }) };
  const network = online ? {} : offline;
  const names = ['GOVERSION', 'GOMOD', 'GOWORK', 'GOFLAGS'];
  const asked = ['env', '-json', ...names];
  const { exitCode, stdout, stderr } = await system.run({
    file: go.path,
    args: asked,
    cwd: folder,
    env: { ...go.env, ...network },
    ...limit,
  });
  if (exitCode !== 0) throw failed(asked, stderr);
  const said = JSON.parse(stdout) as Record<string, string | undefined>;
  const goMod = fileOf(said['GOMOD']);
  const goWork = fileOf(said['GOWORK']);
  const file = goMod ?? goWork;
  if (file === null) throw failure('modules.none', { dir: folder });
  const root = dirname(file);
  const goflags = said['GOFLAGS'] ?? '';
  const env = { ...go.env, ...network, GOFLAGS: readonlyGoflags(goflags) };
  const command = (args: readonly string[]) => ({ file: go.path, args, cwd: root, env, ...limit });
  return {
    version: said['GOVERSION'] || go.version,
    root,
    goMod,
    goWork,
    noVcs: asksGit(said['GOVERSION'] ?? null) ? ['-buildvcs=false'] : [],
    goflags,
    command,
    run: (args) => system.run(command(args)),
    ask: async (args) => {
      const answer = await system.run(command(args));
      if (answer.exitCode !== 0) throw failed(args, answer.stderr);
      return answer.stdout;
    },
  };
}

/**
 * What keeps Go from the network. GOPROXY=off alone does not: modules that GOPRIVATE or GONOPROXY name are fetched from
 * their repositories all the same.
 */
const offline = { GOPROXY: 'off', GONOPROXY: 'none', GOVCS: '*:off' };

/** GOMOD is /dev/null (NUL) in modules' mode without a go.mod; GOWORK is empty or `off` without a go.work. */
function fileOf(value: string | undefined): string | null {
  return value && !['off', '/dev/null', 'NUL'].includes(value) ? value : null;
}

/** Go's own words, without the secrets that addresses of proxies may hold. */
export function saidByGo(text: string): string {
  return withoutControlCharacters(maskSecrets(text.replaceAll('\r\n', '\n').trim()), '\n\t');
}

function failed(args: readonly string[], stderr: string) {
  const output = saidByGo(stderr).split('\n').slice(0, maxLines).join('\n');
  const modules = missingModules(output);
  if (modules !== null) return failure('modules.not-cached', { modules, output });
  return failure('modules.go-fails', { command: `go ${args[0] ?? ''}`, output });
}

/** Lines of Go's words that are shown: it may name every package. */
const maxLines = 12;
