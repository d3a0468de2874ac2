import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failure, isFailure } from '#contract/failure';
import { freshEnvironment, knownShell, runUntil, startArguments } from '#core/environment';
import { maskedValue } from '#core/profiles';
import {
  fileFailure,
  maskSecrets,
  prepareHome,
  readTextIfThere,
  type System,
  writeFileAtomic,
} from '#core/system';
import { firstProgram } from './first-program.ts';

/** ms for a shell to start, and for the first build, which compiles the standard library. */
const timeoutMs = 180_000;
/** Of `go env`, what decides where programs and modules come from and go to. */
const shown = [
  'GOROOT',
  'GOVERSION',
  'GOTOOLCHAIN',
  'GOPROXY',
  'GOSUMDB',
  'GOFLAGS',
  'GOPATH',
  'GOBIN',
  'GOMODCACHE',
  'GOENV',
];

/**
 * What runs in the shell. The names of files are the same for every shell; that of the folder comes by a variable, since
 * shells quote differently. A go.work or a vendor folder of the user's is not what is tried here.
 */
const script = [
  'cd "$BURROW_HELLO" || exit 1',
  '{ go version >version && go env -json >env && GOWORK=off go build -o hello . && ./hello >output; } 2>errors',
  'printf %s "$BURROW_MARK"',
].join('\n');

/** What a program that was built and ran in a new shell shows. */
export interface Hello {
  /** What `go version` printed. */
  goVersion: string;
  /** By name, secrets masked. */
  variables: Record<string, string>;
  output: string;
  /** ms for the shell to start, and the program to be built and run. */
  ms: number;
}

/**
 * Starts a new login shell as a terminal does, with nothing of this process's environment, and builds and runs a first
 * program there; or says why that does not work: setup.hello-failed, environment.shell-timed-out,
 * environment.shell-not-started. Failures: cancelled, home.unusable, disk.full, file.no-permission.
 */
export async function helloIn(
  system: System,
  { shell, path }: { shell: string; path: string },
  signal?: AbortSignal,
): Promise<Hello | Failure> {
  const { staging } = await prepareHome(system);
  const folder = join(staging, `environment-${crypto.randomUUID()}`);
  try {
    await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
      throw fileFailure(error, folder);
    });
    for (const { name, content } of firstProgram('hello', null))
      await writeFileAtomic(join(folder, name), content);
    await writeFileAtomic(join(folder, 'run.sh'), `${script}\n`);
    return await runThere(system, { shell, path, folder }, signal);
  } finally {
    // A build that is just being killed may still write.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function runThere(
  system: System,
  { shell, path, folder }: { shell: string; path: string; folder: string },
  signal: AbortSignal | undefined,
): Promise<Hello | Failure> {
  const mark = crypto.randomUUID();
  const command = {
    file: path,
    args: [
      ...(knownShell(shell)?.args ?? []),
      ...startArguments('login-interactive', '/bin/sh "$BURROW_HELLO/run.sh"'),
    ],
    cwd: system.home,
    env: { ...freshEnvironment(system), BURROW_HELLO: folder, BURROW_MARK: mark },
    timeoutMs,
  };
  const start = performance.now();
  try {
    await runUntil(system, command, mark, signal);
  } catch (error) {
    if (isFailure(error, 'process.timed-out')) {
      return failure('environment.shell-timed-out', { shell: path, ms: timeoutMs });
    }
    if (!isFailure(error) || isFailure(error, 'cancelled')) throw error;
    return failure('environment.shell-not-started', { shell: path }, error);
  }
  const ms = Math.round(performance.now() - start);
  const read = async (name: string) => ((await readTextIfThere(join(folder, name))) ?? '').trim();
  const [goVersion, env, output, errors] = await Promise.all(
    ['version', 'env', 'output', 'errors'].map(read),
  );
  if (!output || !goVersion) {
    return failure('setup.hello-failed', {
      shell,
      output: maskSecrets(errors?.split('\n', 5).join('\n') || '—'),
    });
  }
  return { goVersion, variables: shownVariables(env ?? ''), output, ms };
}

/** Pure. */
function shownVariables(json: string): Record<string, string> {
  try {
    const all = JSON.parse(json) as Record<string, string>;
    const pairs = shown.map((name): [string, string] => [name, maskedValue(name, all[name] ?? '')]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
  } catch {
    return {};
  }
}
