import { execa } from 'execa';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { askRealProxy } from './module-proxy.ts';
import { testCache } from './test-cache.ts';

/** What to build with `go build`. */
export interface Wanted {
  /** The folder of the module, as `goModule` returns it. */
  module: string;
  /** `linux/amd64`. */
  target: string;
  /** `go1.24.9`; by default the machine's own. */
  version?: string;
  args?: readonly string[];
  cgo?: boolean;
  /** Never one that is kept, which has the path of another folder as that of its module. */
  anew?: boolean;
}

/** Writes a module with these files to a temporary folder and returns the folder. */
export async function goModule(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'burrow-module-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** A module with a program, a second package, and a dependency that it replaces with a folder. */
export function smallModule(): Promise<string> {
  return goModule({
    'go.mod':
      'module example.com/small\n\ngo 1.17\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n',
    'main.go': `package main

import (
	"fmt"

	"example.com/dep"
	"example.com/small/greet"
)

func main() { fmt.Println(greet.All(greet.Named{Name: dep.Name()})) }
`,
    'greet/greet.go': `package greet

import "fmt"

type Greeter interface{ Greet() string }
type Named struct{ Name string }

func (n Named) Greet() string { return fmt.Sprintf("hello %s", n.Name) }

//go:noinline
func All(greeters ...Greeter) (out []string) {
	for _, g := range greeters {
		func() { defer func() { recover() }(); out = append(out, g.Greet()) }()
	}
	return out
}
`,
    'dep/go.mod': 'module example.com/dep\n\ngo 1.17\n',
    'dep/dep.go': 'package dep\n\n//go:noinline\nfunc Name() string { return "gopher" }\n',
  });
}

/** The environment that runs the machine's `go` as `version`, without the settings of `go env -w`. */
export async function goEnv(version?: string): Promise<Record<string, string>> {
  const names = ['GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE'];
  const { stdout } = await execa('go', ['env', ...names], { env: { GOTOOLCHAIN: 'local' } });
  const values = Object.fromEntries(stdout.split('\n').map((value, i) => [names[i] ?? '', value]));
  return { ...values, GOENV: 'off', GOFLAGS: '', GOTOOLCHAIN: version ?? 'local' };
}

/** Why the machine's `go` cannot run as `version`, in one line; null if it can, after a download if necessary. */
export async function whyNoGo(version?: string): Promise<string | null> {
  const result = await execa('go', ['version'], {
    reject: false,
    cwd: tmpdir(),
    env: await goEnv(version).catch(() => ({})),
  });
  if (result.exitCode === 0 && result.stdout.includes(version ?? 'go1.')) return null;
  const last = result.stderr?.trim().split('\n').at(-1);
  return `no ${version ?? 'Go'} here: ${last || result.shortMessage || 'unknown version'}`;
}

/**
 * Fetches the modules that the one in `folder` needs and that are not in the cache. Fails if the network does, because
 * a test could not distinguish that from an ordinary failed build.
 */
export async function fetchModules(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const list = ['list', '-deps', './...'];
  const cached = await execa('go', list, { cwd: folder, env: { ...env, GOPROXY: 'off' }, reject: false });
  if (!cached.failed) return;
  // On a network that drops everything, Go would wait for each module in turn.
  await askRealProxy('/golang.org/x/mod/@v/list');
  await execa('go', list, { cwd: folder, env });
}

/**
 * Builds a program into a temporary folder and returns its path. A program without C is kept in the test cache: linking
 * it takes up to two seconds, and the same Go makes the same of the same files, but for the path of the module.
 */
export async function buildGo({
  module,
  target,
  version,
  args = [],
  cgo = false,
  anew = false,
}: Wanted): Promise<string> {
  const [GOOS = '', GOARCH = ''] = target.split('/');
  const out = join(await mkdtemp(join(tmpdir(), 'burrow-built-')), 'program');
  const env = { ...(await goEnv(version)), GOOS, GOARCH, CGO_ENABLED: cgo ? '1' : '0' };
  const words = ['build', '-buildvcs=false', ...args].filter((arg) => !isNew(arg, version));
  const kept = cgo || anew ? null : await keptProgram(module, env, words);
  if (kept !== null && existsSync(kept)) {
    await copyFile(kept, out);
    return out;
  }
  await execa('go', [...words, '-o', out, '.'], { cwd: module, env });
  if (kept !== null) {
    // Renamed once it is complete: another test may make the same.
    const unfinished = `${kept}.${randomUUID()}`;
    await copyFile(out, unfinished);
    await rename(unfinished, kept);
  }
  return out;
}

/** Where the program is kept that these words of `go` make of a module: everything that decides what it is, in a hash. */
async function keptProgram(module: string, env: Record<string, string>, words: string[]): Promise<string> {
  const { stdout } = await execa('go', ['env', 'GOVERSION', 'GOEXPERIMENT'], { cwd: tmpdir(), env });
  const hash = createHash('sha256').update(JSON.stringify([stdout, env, words]));
  const entries = await readdir(module, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted()) {
    hash.update(JSON.stringify([relative(module, file), (await readFile(file)).toString('base64')]));
  }
  return join(testCache('built'), hash.digest('hex'));
}

/** Reports whether this version does not have the flag yet: Go 1.17 has no `-buildvcs`. */
function isNew(arg: string, version: string | undefined): boolean {
  return arg.startsWith('-buildvcs') && version !== undefined && /^go1\.1[0-7]\b/.test(version);
}
