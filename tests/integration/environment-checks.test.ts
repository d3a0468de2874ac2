import { execa } from 'execa';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeFailure, type Failure } from '#contract/failure';
import { previewVariables } from '#core/environment';
import { localSystem } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import { realGoroot } from '#testing/real-gos';

let home = '';
beforeAll(async () => {
  home = await newFolder('checks', { inMemory: true });
  await writeFile(join(home, 'go.mod'), 'module example.com/m\n\ngo 1.20\n');
  await writeFile(join(home, 'main.go'), 'package main\n\nfunc main() {}\n');
  const proxy = join(home, 'proxy/example.com/x/@v');
  await mkdir(proxy, { recursive: true });
  await writeFile(join(proxy, 'v1.0.0.info'), '{"Version":"v1.0.0"}');
  await writeFile(join(proxy, 'v1.0.0.mod'), 'module example.com/x\n');
});
afterAll(() => removeFolder(home));

const build = ['build', '-o', '/dev/null', '.'];
const fetch = ['list', '-m', 'example.com/x@v1.0.0'];
const verify = ['mod', 'download', 'example.com/x@v1.0.0'];

/** A value that `go env -w` accepts, a command that dies of it, and the words of Go's error and of Burrow's. */
it.for([
  ['GOPROXY', 'socks5://x', fetch, 'invalid proxy URL scheme (must be https, http, file)'],
  ['GOPROXY', 'nonsense', fetch, 'invalid proxy URL missing scheme'],
  ['GOPROXY', ',', fetch, 'is not the empty string, but contains no entries'],
  ['GOSUMDB', 'on', verify, 'malformed verifier id'],
  ['GOSUMDB', 'https://sum.golang.org', verify, 'malformed verifier id'],
  ['GOSUMDB', 'gosum.io+ce6e7565', verify, 'malformed verifier id'],
  ['GOBIN', 'bin', ['install', '.'], 'an absolute path'],
  ['GOCACHE', 'rel', build, 'is not an absolute path'],
  ['GOFLAGS', 'mod=mod', build, 'non-flag "mod=mod"'],
  ['GOFLAGS', "-ldflags='-s -w'", build, 'unknown flag'],
  ['GOFLAGS', "'-mod=mod", build, "unterminated ' string"],
] as const)('%s=%s is refused in the words of Go', async ([name, value, args, words], ctx) => {
  const env = { HOME: home, PATH: '/usr/bin:/bin', GOTOOLCHAIN: 'local', GOFLAGS: '' };
  for (const version of ['go1.20.14', 'go1.27.0']) {
    const goroot = (await realGoroot(version)) ?? ctx.skip(`no module proxy gives ${version}`);
    const file = join(home, 'goenv');
    await writeFile(file, '');
    const more = { GOENV: file, ...(name === 'GOPROXY' ? {} : { GOPROXY: `file://${join(home, 'proxy')}` }) };
    const go = (...given: string[]) =>
      execa(join(goroot, 'bin/go'), given, {
        cwd: home,
        env: { ...env, ...more },
        extendEnv: false,
        reject: false,
      });
    expect(await go('env', '-w', `${name}=${value}`)).toMatchObject({ exitCode: 0 });
    const ran = await go(...args);
    expect(ran.exitCode, version).not.toBe(0);
    expect(ran.stderr, version).toContain(words);
  }
  const system = { ...localSystem(), home, cwd: home, env };
  for (const place of ['go', 'shell'] as const) {
    const refused = await previewVariables(system, place, { [name]: value }).then(
      () => null,
      (error: unknown) => error as Failure,
    );
    expect(refused?.code).toBe('environment.value-invalid');
    expect(refused && describeFailure(refused, 'en').message).toContain(words);
  }
});
