import { chmod, mkdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { resolution, useResult } from '#contract/switching';
import { localSystem } from '#core/system';
import { CommandLine } from '#testing/command-line';
import { fakeGo } from '#testing/fake-toolchains';
import { startReleaseServer } from '#testing/release-server';

const { os, arch } = localSystem();
const whichResult = z.object({ tool: z.string(), path: z.string(), version: z.string() });
const failed = (code: string) => ({ error: { code, message: expect.any(String), hint: expect.any(String) } });

let burrow: CommandLine;

/** The lines of `current --explain` without what `go` starts in which place. */
function explained(stdout: string): string[] {
  return (stdout.split('\n\nWhat `go` starts:\n')[0] ?? '').split('\n');
}

/** The GOROOT of an installed Go. */
const goroot = (version: string) => join(burrow.home, 'toolchains', `${version}.${os}-${arch}`);

beforeAll(async () => {
  await using server = await startReleaseServer();
  const addresses = { BURROW_GO_DL: server.dl, GOPROXY: server.proxy, GOSUMDB: server.sumdb };
  burrow = await CommandLine.make(addresses, { isSetUp: true });
  for (const version of ['go1.24.9', 'go1.26.7']) {
    server.offerFake(fakeGo(version, { os, arch }));
    await burrow.run(['install', version]);
    const go = join(goroot(version), 'bin/go');
    await writeFile(go, `#!/bin/sh\necho "${version} $*"\n`);
    await chmod(go, 0o755);
  }
  // Remove the default, which the first install set.
  await rm(join(burrow.home, 'default'));
  await burrow.write('old/.go-version', '1.24.9\r\n');
  await burrow.write('old/go.mod', 'module example.com/old\n\ngo 1.24.0\n\ntoolchain go1.26.7\n');
  await burrow.write('new/go.mod', 'module example.com/new\n\ngo 1.26\n');
  await burrow.write('rubbish/.go-version', 'the newest\n');
  await burrow.write('empty/.go-version', '');
  await burrow.write('missing/.go-version', '1.23.1\n');
  await mkdir(join(burrow.root, 'silent'));
});
afterAll(() => burrow[Symbol.asyncDispose]());

describe('current, which and exec', () => {
  it.each([
    ['old', 'go1.24.9', 'go-version-file', 1],
    ['new', 'go1.26.7', 'go-mod-go', 3],
  ])('agree in the folder %s', async (dir, version, rule, line) => {
    const path = join(goroot(version), 'bin/go');
    const { exitCode, document } = await burrow.json(['current', '--dir', dir]);
    expect(exitCode).toBe(0);
    expect(resolution.parse(document)).toEqual(document);
    expect(document).toMatchObject({ version, path, installed: true, reason: { rule, line } });
    const which = await burrow.json(['which', 'go', '--dir', dir]);
    expect(which).toEqual({ exitCode: 0, document: { tool: 'go', path, version } });
    expect(whichResult.parse(which.document)).toEqual(which.document);
    const cwd = join(burrow.root, dir);
    expect(await burrow.run(['exec', 'go', 'version'], { cwd })).toEqual({
      exitCode: 0,
      stdout: `${version} version`,
      stderr: '',
    });
  });

  it.each([
    ['rubbish', 127, 'version-file.unreadable'],
    ['empty', 127, 'version-file.unreadable'],
    ['missing', 127, 'toolchain.not-installed'],
    ['silent', 127, 'switching.nothing-chosen'],
    ['gone', 1, 'folder.not-found'],
    ['old/go.mod', 1, 'folder.not-found'],
  ])('agree that there is no Go in %s: %d, %s', async (dir, code, failure) => {
    for (const args of [['current'], ['which', 'go'], ['exec']]) {
      const command = args[0] === 'exec' ? ['--', 'go', 'version'] : [];
      const { exitCode, document } = await burrow.json([...args, '--dir', dir, ...command]);
      expect({ args, exitCode }).toEqual({ args, exitCode: code });
      expect(document).toMatchObject(failed(failure));
    }
  });

  it('explains, in both languages', async () => {
    const english = await burrow.run(['current', '--explain', '--dir', 'old']);
    expect(
      explained(english.stdout)
        .slice(1)
        .map((line) => line.trimEnd().split(/ {2,}/).at(-1)),
    ).toEqual([
      `because of ${join(burrow.root, 'old/.go-version')}:1: 1.24.9`,
      '',
      'decides',
      'overridden; disagrees with .go-version',
      'agrees',
    ]);
    const chinese = await burrow.run(['current', '--explain', '--dir', 'old'], {
      env: { LANG: 'zh_CN.UTF-8' },
    });
    expect(chinese.stdout).toMatch(/^依据 .*\/old\/\.go-version:1：1\.24\.9$/m);
    expect(chinese.stdout).toMatch(/● {2}\.go-version .* 决定$/m);
  });

  it("says what Go's own switching does, in both languages", async () => {
    await burrow.write('newer/go.mod', 'module example.com/newer\n\ngo 1.28.0\n');
    await burrow.write('older/go.mod', 'module example.com/older\n\ngo 1.20\n');
    const mod = `${join(burrow.root, 'newer/go.mod')}:3`;
    const ask = (GOTOOLCHAIN: string, ...args: string[]) =>
      burrow.run(['current', '--dir', 'newer', ...args], { env: { GOTOOLCHAIN } });

    const auto = await ask('auto', '--explain');
    expect(auto.exitCode).toBe(0);
    expect(auto.stdout.split('\n').slice(0, 4)).toEqual([
      'go1.28.0',
      `because of ${mod}: go 1.28.0`,
      'go1.26.7 is started.',
      'It downloads go1.28.0 when it is first used, and switches to it. To install it instead: `burrow install 1.28.0`',
    ]);
    expect(auto.stdout).toMatch(/^ +GOTOOLCHAIN +GOTOOLCHAIN +auto +lets Go switch$/m);

    const local = await ask('local', '--explain');
    expect(local.exitCode).toBe(0);
    expect(local.stdout).toContain(
      `go1.26.7  ${join(goroot('go1.26.7'), 'bin/go')}\nbecause of ${mod}: go 1.28.0\n`,
    );
    expect(local.stdout).toContain(
      `${mod} requires Go 1.28.0 or newer, but go1.26.7 runs with GOTOOLCHAIN=local, which does not let it switch: builds fail.\nInstall a newer Go: \`burrow install 1.28.0\`.\n`,
    );
    expect(local.stdout).toMatch(/^ +GOTOOLCHAIN .* makes Go fail$/m);

    const path = await ask('path');
    expect(path.exitCode).toBe(127);
    expect(path.stderr).toContain('lets Go look for go1.28.0 only on PATH, where it was not found.');

    const chinese = await ask('go1.24.9+auto', '--explain', '--lang', 'zh-CN');
    expect(chinese.stdout).toContain('先启动 go1.26.7。\n它会在首次使用时下载 go1.28.0 并切换到它。');
    expect(chinese.stdout).toMatch(/GOTOOLCHAIN .* 让 Go 切换$/m);

    const { document } = await burrow.json(['current', '--dir', 'older'], {
      env: { GOTOOLCHAIN: 'go1.24.9' },
    });
    const setBy = { rule: 'gotoolchain', file: 'GOTOOLCHAIN', line: null, text: 'go1.24.9' };
    expect(resolution.parse(document)).toMatchObject({
      version: 'go1.24.9',
      path: join(goroot('go1.24.9'), 'bin/go'),
      instead: { version: 'go1.26.7' },
      reason: { rule: 'go-mod-go' },
      switch: { to: 'go1.24.9', setBy, how: 'path', why: null },
    });
    const said = await burrow.run(['current', '--dir', 'older'], { env: { GOTOOLCHAIN: 'go1.24.9' } });
    expect(said.stdout.split('\n').slice(1)).toEqual([
      'because of GOTOOLCHAIN: go1.24.9',
      `go1.26.7 is started because of ${join(burrow.root, 'older/go.mod')}:3: go 1.20.`,
      'It finds go1.24.9 on PATH and switches to it.',
    ]);
  });

  it('explains what has lower precedence than an unreadable pin, which is still an error', async () => {
    await burrow.write('rubbish/go.mod', 'module example.com/rubbish\n\ngo 1.26\n');
    await burrow.write('rubbish/.tool-versions', 'golang 1.24.9\n');
    const said = await burrow.run(['current', '--explain', '--dir', 'rubbish']);
    expect(said.exitCode).toBe(127);
    expect(said.stderr).toMatch(/^\S+\/rubbish\/\.go-version:1 does not name a Go version: "the newest"\.\n/);
    expect(explained(said.stdout).map((line) => line.trimEnd().split(/ {2,}/).at(-1))).toEqual([
      'unreadable',
      'overridden',
      'overridden; disagrees with .tool-versions',
    ]);
    expect(said.stdout).toMatch(/^● {2}\.go-version .*\n +\.tool-versions .*\n +go\.mod go /);
    const plain = await burrow.run(['current', '--dir', 'rubbish']);
    expect(plain).toEqual({ exitCode: 127, stdout: '', stderr: said.stderr });
    const { document } = await burrow.json(['current', '--dir', 'rubbish']);
    expect(resolution.parse(document)).toMatchObject({
      version: null,
      reason: { rule: 'go-version-file', line: 1, text: 'the newest' },
      problem: { code: 'version-file.unreadable' },
      candidates: [{ outcome: 'unreadable' }, { outcome: 'overridden' }, { outcome: 'overridden' }],
    });
    expect(document).toMatchObject(failed('version-file.unreadable'));
  });

  it('say that a pin above is too old for a go.mod below it', async () => {
    const pin = await burrow.write('above/.go-version', '1.24.9\n');
    await burrow.write('above/api/go.mod', 'module example.com/api\n\ngo 1.22\n');
    const mod = await burrow.write('above/tools/go.mod', 'module example.com/tools\n\ngo 1.26\n');
    expect((await burrow.run(['current', '--dir', 'above/api'])).stdout.split('\n').slice(1)).toEqual([
      `because of ${pin}:1: 1.24.9`,
    ]);
    const said = await burrow.run(['current', '--dir', 'above/tools', '--explain']);
    expect(said).toMatchObject({ exitCode: 0, stderr: '' });
    expect(explained(said.stdout).map((line) => line.trimEnd().split(/ {2,}/).at(-1))).toEqual([
      `${goroot('go1.26.7')}/bin/go`,
      `because of ${mod}:3: go 1.26`,
      `The pin at ${pin}:1 (1.24.9) is older than that, so it does not apply here, and GOTOOLCHAIN is left alone.`,
      '',
      'decides',
      'too old',
    ]);
    const { document } = await burrow.json(['current', '--dir', 'above/tools']);
    expect(resolution.parse(document)).toMatchObject({
      version: 'go1.26.7',
      reason: { rule: 'go-mod-go' },
      outsideRepository: null,
      candidates: [{ outcome: 'decides' }, { outcome: 'too-old', version: 'go1.24.9' }],
    });
    const chinese = await burrow.run(['current', '--dir', 'above/tools', '--lang', 'zh-CN']);
    expect(chinese.stdout).toContain(`${pin}:1 固定的版本（1.24.9）低于上述要求`);
  });

  it('warn of a pin outside the repository', async () => {
    const pin = await burrow.write('outside/.tool-versions', 'golang 1.24\n');
    await burrow.write('outside/it is/.git/HEAD', 'ref: refs/heads/main\n');
    await burrow.write('outside/it is/api/go.mod', 'module example.com/api\n\ngo 1.22\n');
    const repository = join(burrow.root, 'outside/it is');
    const dir = join(repository, 'api');
    const said = await burrow.run(['current', '--dir', dir]);
    expect(said.stdout.split('\n').slice(1)).toEqual([
      `because of ${pin}:1: golang 1.24`,
      `${pin}:1 is outside the repository ${repository}: others who clone it get another Go. To pin the version in it: burrow use 1.24 --dir '${repository}'`,
    ]);
    const { document } = await burrow.json(['current', '--dir', dir]);
    expect(resolution.parse(document)).toMatchObject({ outsideRepository: repository });
    await burrow.run(['use', '1.24', '--dir', repository]);
    expect((await burrow.run(['current', '--dir', dir])).stdout).not.toContain('outside the repository');
  });

  it('name what is missing, where it is asked for, and what to do', async () => {
    const said = await burrow.run(['current', '--dir', 'missing']);
    const file = `${join(burrow.root, 'missing/.go-version')}:1`;
    expect(said).toEqual({
      exitCode: 127,
      stdout: `go1.23.1\nbecause of ${file}: 1.23.1`,
      stderr: `Go 1.23.1 is not installed (wanted by ${file}).\nRun \`burrow install 1.23.1\`.`,
    });
    const { document } = await burrow.json(['current', '--dir', 'missing']);
    expect(resolution.parse(document)).toMatchObject({ version: 'go1.23.1', path: null, installed: false });
  });

  it('use the go on PATH if nothing selects a version', async () => {
    // What `go env GOVERSION GOROOT` prints.
    const script = '#!/bin/sh\nprintf "go1.19\\n%s\\n" "${0%/bin/go}"\n';
    const go = await burrow.write('elsewhere/bin/go', script, 0o755);
    const said = await burrow.run(['current', '--dir', 'silent'], {
      env: { PATH: `${burrow.env['PATH']}:${join(burrow.root, 'elsewhere/bin')}` },
    });
    expect(said).toMatchObject({ exitCode: 0, stderr: '' });
    expect(said.stdout).toMatch(new RegExp(`${go}\\nbecause it is the first go on PATH`));
  });

  it('do not know other tools', async () => {
    expect(await burrow.json(['which', 'gopls', '--dir', 'old'])).toEqual({
      exitCode: 1,
      document: failed('switching.no-such-tool'),
    });
    const said = await burrow.run(['which', '../go', '--dir', 'old']);
    expect(said.stderr).toContain(
      '"../go" is not a tool of go1.24.9, which has go, gofmt.\nTo list the tools',
    );
  });

  it('report that the working folder is gone', async () => {
    for (const command of ['current', 'use 1.26.7', 'exec go version', 'build']) {
      const said = await burrow.sh(
        `mkdir gone-soon; cd gone-soon; rmdir ../gone-soon; burrow --json ${command}`,
      );
      expect({ command, exitCode: said.exitCode }).toEqual({ command, exitCode: 1 });
      expect(JSON.parse(said.stdout)).toEqual(failed('folder.not-found'));
    }
  });
});

describe('use', () => {
  it('writes the file, and prints its previous version', async () => {
    await mkdir(join(burrow.root, 'mine'));
    const file = join(burrow.root, 'mine/.go-version');
    const cwd = join(burrow.root, 'mine');
    expect((await burrow.run(['use', 'go1.26.7'], { cwd })).stdout).toBe(`${file}: Go 1.26.7`);
    expect(await readFile(file, 'utf8')).toBe('1.26.7\n');
    expect((await burrow.run(['use', '1.26.7'], { cwd })).stdout).toBe(`${file}: Go 1.26.7`);
    expect((await burrow.run(['use', '1.24.9', '--dir', 'mine'])).stdout).toBe(
      `${file}: Go 1.24.9 (was 1.26.7)`,
    );
    const absent = await burrow.run(['use', '1.25', '--lang', 'zh-CN'], { cwd });
    expect(absent).toEqual({
      exitCode: 0,
      stdout: `${file}：Go 1.25（原为 1.24.9）`,
      stderr: '尚未安装 Go 1.25。运行 `burrow install 1.25`。',
    });
    const { exitCode, document } = await burrow.json(['use', 'latest', '--dir', 'mine']);
    expect(exitCode).toBe(0);
    expect(useResult.parse(document)).toEqual(document);
    expect(document).toEqual({
      version: 'go1.26.7',
      file,
      previous: '1.25\n',
      installed: true,
      installs: null,
      outranked: [],
      variable: null,
    });
  });

  it('accepts system, the Go on PATH, and says if there is none', async () => {
    const file = await burrow.write('systems/.go-version', '1.24.9\n');
    const said = await burrow.run(['use', 'system', '--dir', 'systems']);
    expect(said).toEqual({
      exitCode: 0,
      stdout: `${file}: the first Go on PATH that is not Burrow's (was 1.24.9)`,
      stderr: "There is no Go on PATH yet besides Burrow's.",
    });
    expect(await readFile(file, 'utf8')).toBe('system\n');
    const then = await burrow.run(['current', '--dir', 'systems']);
    expect(then).toMatchObject({ exitCode: 127, stdout: '' });
    expect(then.stderr).toContain(`${file}:1 asks for the system's Go`);
  });

  it('--unset removes the pin, and says what runs now', async () => {
    const file = await burrow.write('unset/.go-version', '1.24.9\n');
    await burrow.write('unset/go.mod', 'module example.com/unset\n\ngo 1.26\n');
    const dir = join(burrow.root, 'unset');
    expect(await burrow.run(['use', '--unset'], { cwd: dir })).toEqual({
      exitCode: 0,
      stdout: [
        `Removed ${file} (was 1.24.9).`,
        `${dir} now uses:`,
        `go1.26.7  ${goroot('go1.26.7')}/bin/go`,
        `because of ${dir}/go.mod:3: go 1.26`,
      ].join('\n'),
      stderr: '',
    });
    const again = await burrow.json(['use', '--unset', '--dir', 'unset']);
    expect(again).toMatchObject({
      exitCode: 0,
      document: { file, previous: null, now: { dir, version: 'go1.26.7' } },
    });
    await burrow.write('unset-alone/.go-version', 'go1.24.9\n');
    const alone = await burrow.run(['use', '--unset', '--dir', 'unset-alone', '--lang', 'zh-CN']);
    expect(alone.exitCode).toBe(0);
    expect(alone.stdout).toBe(`已移除 ${join(burrow.root, 'unset-alone/.go-version')}（原为 1.24.9）。`);
    expect(alone.stderr).toContain('没有选定 Go');
  });

  it('--unset keeps a file that does not name a version', async () => {
    expect(await burrow.json(['use', '--unset', '--dir', 'rubbish'])).toEqual({
      exitCode: 1,
      document: failed('version-file.kept'),
    });
    expect(await readFile(join(burrow.root, 'rubbish/.go-version'), 'utf8')).toBe('the newest\n');
  });

  it.each([[['use']], [['use', '1.24', '--unset']], [['use', '--unset', '--global', '--dir', 'unset']]])(
    '%j is wrong usage',
    async (args) => {
      expect(await burrow.json(args)).toEqual({ exitCode: 2, document: failed('usage.invalid') });
    },
  );

  it('accepts only one of --global and --dir', async () => {
    const said = await burrow.run(['use', '1.24', '--global', '--dir', 'mine']);
    expect(said).toMatchObject({ exitCode: 2, stdout: '' });
    expect(said.stderr).toContain('Give either --global, which sets the default, or --dir');
    await expect(readFile(join(burrow.home, 'default'), 'utf8')).rejects.toThrow('ENOENT');
  });

  it('sets the default, which then decides if nothing else does', async () => {
    expect((await burrow.run(['use', '1.24', '--global'])).stdout).toBe(
      `${join(burrow.home, 'default')}: Go 1.24`,
    );
    expect(await burrow.json(['current', '--dir', 'silent'])).toMatchObject({
      document: { version: 'go1.24.9', reason: { rule: 'default', line: 1 } },
    });
  });

  it('--unset --global removes the default', async () => {
    const { document } = await burrow.json(['use', '--unset', '--global']);
    expect(document).toMatchObject({ file: join(burrow.home, 'default'), previous: 'go1.24\n' });
    expect(await burrow.json(['current', '--dir', 'silent'])).toMatchObject({ exitCode: 127 });
  });

  it.each([
    [['rubbish'], 2, 'version.unreadable'],
    [['1.26.7.1'], 2, 'version.unreadable'],
    [['1.26.7', '--dir', 'gone'], 1, 'folder.not-found'],
    [['1.26.7', '--dir', 'old/go.mod'], 1, 'folder.not-found'],
  ])('refuses %j', async (args, code, failure) => {
    expect(await burrow.json(['use', ...args])).toEqual({ exitCode: code, document: failed(failure) });
  });
});

describe('exec', () => {
  it.each([
    [['/bin/sh', '-c', 'exit 7'], 7],
    [['--go', '1.24.9', '--', '/bin/sh', '-c', 'exit 3'], 3],
    [['--', '/bin/sh', '-c', 'kill -TERM $$'], 143],
  ])('ends as the command does: %j', async (args, code) => {
    expect(await burrow.run(['exec', '--dir', 'old', ...args])).toMatchObject({ exitCode: code, stderr: '' });
  });

  it('passes the options after the command to it', async () => {
    const args = ['exec', '--dir', 'old', 'go', 'list', '--json', '--lang', 'fr'];
    expect((await burrow.run(args)).stdout).toBe('go1.24.9 list --json --lang fr');
    const missing = await burrow.run(['exec', '--dir', 'missing', 'go', 'list', '--json']);
    expect(missing).toMatchObject({ exitCode: 127, stdout: '' });
  });

  it("runs the Go of the folder that go's -C names, unless --dir names one", async () => {
    expect((await burrow.run(['exec', 'go', '-C', 'old', 'list'])).stdout).toBe('go1.24.9 -C old list');
    expect((await burrow.run(['exec', 'go', 'mod', 'tidy', '-C=new'])).stdout).toBe(
      'go1.26.7 mod tidy -C=new',
    );
    expect((await burrow.run(['exec', '--', 'go', '-C', 'new', 'list'])).stdout).toBe('go1.26.7 -C new list');
    expect((await burrow.run(['exec', '--dir', 'old', 'go', '-C', 'new', 'list'])).stdout).toBe(
      'go1.24.9 -C new list',
    );
    expect(await burrow.run(['exec', 'go', '-C', 'missing', 'list'])).toMatchObject({
      exitCode: 127,
      stdout: '',
    });
    expect(await burrow.run(['exec', '/bin/sh', '-C', 'old'])).toMatchObject({ exitCode: 127, stdout: '' });
  });

  it('uses the version given with --go instead of that of the folder', async () => {
    const args = ['exec', '--dir', 'rubbish', '--go', '1.26', '--', 'go', 'version'];
    expect((await burrow.run(args)).stdout).toBe('go1.26.7 version');
  });

  it.each([
    ['no-such-program', 'process.not-found'],
    ['./old/go.mod', 'process.not-allowed'],
    ['/', 'process.not-allowed'],
  ])('says what is wrong with %s', async (program, failure) => {
    expect(await burrow.json(['exec', '--dir', 'old', '--', program])).toEqual({
      exitCode: 1,
      document: failed(failure),
    });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('passes %s on', async (signal, code) => {
    const script = 'echo ready; while :; do :; done';
    const running = burrow.start(['exec', '--dir', 'old', '--', '/bin/sh', '-c', script]);
    // Immediately, since no signal may be lost while the program starts.
    await new Promise((ready) => running.stdout.once('data', ready));
    running.kill(signal);
    expect((await running).exitCode).toBe(code);
  });

  it('lets the command decide what Ctrl-C means, twice', async () => {
    const script = `n=0; trap 'n=x$n; echo again' INT; echo ready; until [ $n = xx0 ]; do sleep 0.05; done; exit 9`;
    const running = burrow.start(['exec', '--dir', 'old', '--', '/bin/sh', '-c', script], {
      env: { PATH: `${burrow.env['PATH']}:/bin:/usr/bin` },
    });
    for (const said of ['ready', 'again']) {
      const line = await new Promise((told) => running.stdout.once('data', told));
      expect(String(line)).toBe(`${said}\n`);
      running.kill('SIGINT');
    }
    expect((await running).exitCode).toBe(9);
  });
});

describe('link', () => {
  it('prints a path that points to the Go of the folder, follows it, and says when it points to nothing', async () => {
    await burrow.write('linked/.go-version', '1.24.9\n');
    const dir = join(burrow.root, 'linked');
    const made = await burrow.run(['link', '--dir', 'linked']);
    expect(made.exitCode).toBe(0);
    expect(made.stdout).toMatch(/\/links\/linked-[0-9a-f]{8}$/);
    expect(made.stderr).toContain(`It points to go1.24.9 (${goroot('go1.24.9')})`);
    const { document } = await burrow.json(['link'], { cwd: dir });
    const link = { folder: dir, path: made.stdout, version: 'go1.24.9', goroot: goroot('go1.24.9') };
    expect(document).toEqual({ link });

    await burrow.run(['use', '1.26.7', '--dir', 'linked']);
    expect(await readlink(made.stdout)).toBe(goroot('go1.26.7'));
    await burrow.write('linked/.go-version', '1.24.9\n');
    await burrow.run(['current', '--dir', 'linked']);
    expect(await readlink(made.stdout)).toBe(goroot('go1.24.9'));

    const listed = await burrow.run(['link', '--list']);
    expect(listed.stdout).toMatch(/^Link +Version +Folder\n\/.* {2}go1\.24\.9 {2}/);
    expect((await burrow.json(['link', '--list'])).document).toEqual({ links: [link] });

    await burrow.write('linked/.go-version', '1.23.1\n');
    const away = await burrow.json(['link', '--list']);
    expect(away.document).toMatchObject({ links: [{ goroot: null, version: null }] });
    await expect(readlink(made.stdout)).rejects.toThrow('ENOENT');
    expect((await burrow.run(['link', '--dir', 'linked'])).exitCode).toBe(127);

    const removed = await burrow.run(['link', '--remove', '--dir', 'linked']);
    expect(removed.stdout).toBe(`Removed the link of ${dir}.`);
    expect((await burrow.run(['link', '--remove', '--dir', 'linked'])).stdout).toBe(`${dir} has no link.`);
    expect((await burrow.run(['link', '--list'])).stdout).toContain('No links yet.');
  });

  it('is reported as gone by the command that removes its Go', async () => {
    await burrow.write('linked/.go-version', '1.25.1\n');
    await using server = await startReleaseServer();
    server.offerFake(fakeGo('go1.25.1', { os, arch }));
    const env = { BURROW_GO_DL: server.dl, GOPROXY: server.proxy, GOSUMDB: server.sumdb };
    await burrow.run(['install', '1.25.1'], { env });
    await burrow.run(['link', '--dir', 'linked']);
    const said = await burrow.run(['remove', '1.25.1', '--yes']);
    expect(said.stderr).toContain(`The link of ${join(burrow.root, 'linked')} has nothing to point to`);
    await burrow.run(['link', '--remove', '--dir', 'linked']);
  });

  it.each([
    ['--list', '--remove'],
    ['--list', '--dir', 'old'],
  ])('%s %s is wrong usage', async (...words) => {
    expect(await burrow.run(['link', ...words])).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
