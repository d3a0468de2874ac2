import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalClient, type LocalClient } from '#api';
import { failure } from '#contract/failure';
import type { SetupChoice, SetupRun, SetupStatus, StepOf } from '#contract/setup';
import { drain } from '#contract/streams';
import { openHistory } from '#core/history';
import type { Command, System } from '#core/system';
import { programRecord } from '#testing/example-builds';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { type ToolchainWorld, toolchainWorld } from '#testing/toolchain-world';

let world: ToolchainWorld;
let client: LocalClient;
const path = (name: string) => join(world.folder, name);

beforeEach(async () => {
  world = await toolchainWorld();
  world.server.offerFake(fakeGo('go1.26.7'));
  client = createLocalClient(quiet());
});
afterEach(async () => {
  await client[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** A machine on which no program can be started, and so no shell either; `asked`: what was tried. */
function quiet(changes: Partial<System> = {}, asked: Command[] = []): System {
  const refuse = (command: Command) => {
    asked.push(command);
    return failure('process.not-found', { command: command.file });
  };
  return {
    ...world.everywhere({ SHELL: '/bin/zsh', GOPROXY: world.server.proxy }),
    run: (command) => Promise.reject(refuse(command)),
    // oxlint-disable-next-line require-yield -- it fails at once
    async *stream(command) {
      throw refuse(command);
    },
    ...changes,
  };
}

async function run(choice: SetupChoice, id?: string): Promise<SetupRun> {
  return drain(await client.setup.run({ choice, ...(id !== undefined && { id }) }));
}

function stepOf<Id extends SetupStatus['steps'][number]['id']>({ steps }: SetupStatus, id: Id): StepOf<Id> {
  return steps.find((each) => each.id === id) as StepOf<Id>;
}

describe('on a Mac that is new', () => {
  it('explains a terminal under Rosetta, and opens no dialog of the command-line tools', async () => {
    const asked: Command[] = [];
    const mac = quiet({ os: 'darwin', arch: 'arm64', translated: true }, asked);
    const env = { ...mac.env, PATH: '/usr/bin:/bin', TERM_PROGRAM: 'iTerm.app' };
    await using there = createLocalClient({ ...mac, env });
    const status = await there.setup.status();
    const machine = stepOf(status, 'machine');
    expect(machine).toMatchObject({ arch: 'arm64', translated: true, state: 'problem', git: null });
    expect(machine.notes.map(({ code }) => code)).toEqual([
      'setup.translated-terminal',
      'setup.no-c-compiler',
      'setup.no-git',
    ]);
    expect(machine.problem?.params).toEqual({ terminal: 'iTerm' });
    expect(asked.filter(({ file }) => /git|clang|xcode/.test(file))).toEqual([]);
    expect(status).toMatchObject({ next: 'machine', needed: true });
  });
});

describe('each step', () => {
  it('adopts what was chosen, and forgets it again', async () => {
    const goroot = path('go/1.25');
    await writeGoroot(goroot, fakeGo('go1.25.3'));
    const env = { ...quiet().env, PATH: join(goroot, 'bin') };
    await client[Symbol.asyncDispose]();
    client = createLocalClient(quiet({ env }));
    expect(stepOf(await client.setup.status(), 'found')).toMatchObject({ state: 'open', undoable: false });
    const preview = await client.setup.preview({ step: 'found', adopt: [goroot] });
    expect(preview.does.map(({ code }) => code)).toEqual(['setup.adopts']);
    const done = await run({ step: 'found', adopt: [goroot] }, preview.id);
    expect(done).toMatchObject({ changed: true, step: { undoable: true } });
    // Whatever else is on this machine was left.
    expect(['done', 'skipped']).toContain(done.step.state);
    const undone = await client.setup.undoStep({ step: 'found' });
    expect(undone.step).toMatchObject({ state: 'open', undoable: false });
    const left = await client.setup.skip({ step: 'found' });
    expect(left.step.state).toBe('skipped');
    expect((await client.setup.skip({ step: 'found', skipped: false })).step.state).toBe('open');
  });

  it('installs, makes the default, and takes both back', async () => {
    expect(await run({ step: 'toolchain' })).toMatchObject({ changed: true, step: { state: 'done' } });
    expect(await run({ step: 'toolchain' })).toMatchObject({ changed: false });
    await rm(join(world.root, 'default'));
    expect(stepOf(await client.setup.status(), 'default')).toMatchObject({
      state: 'open',
      proposed: 'go1.26.7',
    });
    expect(await run({ step: 'default' })).toMatchObject({ changed: true, step: { version: 'go1.26.7' } });
    expect((await client.setup.undoStep({ step: 'default' })).step.state).toBe('open');
    expect((await client.setup.undoStep({ step: 'toolchain' })).step).toMatchObject({ installed: [] });
  });

  it('says that a default is not there, and that there is none to choose', async () => {
    await mkdir(world.root, { mode: 0o700 });
    await writeFile(join(world.root, 'default'), 'go1.2.3\n');
    expect(stepOf(await client.setup.status(), 'default').problem?.code).toBe('setup.default-unknown');
    await expect(run({ step: 'default' })).rejects.toMatchObject({ code: 'setup.nothing-installed' });
  });

  it('sets a preset as go env -w does, and takes it out again', async () => {
    const env = { ...quiet().env, GOPROXY: undefined };
    await client[Symbol.asyncDispose]();
    client = createLocalClient(quiet({ env, fetch: () => Promise.reject(new TypeError('fetch failed')) }));
    const file = path('.config/go/env');
    await mkdir(path('.config/go'), { recursive: true });
    await writeFile(file, 'GOFLAGS=-v\n');
    const preview = await client.setup.preview({ step: 'proxy', preset: 'goproxy.cn' });
    expect(preview.files[0]?.diff).toContain('+GOPROXY=https://goproxy.cn,direct');
    const done = await run({ step: 'proxy', preset: 'goproxy.cn' }, preview.id);
    expect(done).toMatchObject({ changed: true, step: { preset: 'goproxy.cn', undoable: true } });
    expect(done.notes.map(({ code }) => code)).toContain('setup.proxy-fails');
    expect(await readFile(file, 'utf8')).toBe('GOFLAGS=-v\nGOPROXY=https://goproxy.cn,direct\n');
    await client.setup.undoStep({ step: 'proxy' });
    expect(await readFile(file, 'utf8')).toBe('GOFLAGS=-v\n');
    await expect(run({ step: 'proxy', preset: 'nowhere' })).rejects.toMatchObject({
      code: 'setup.unknown-preset',
    });
  });

  it('leaves a proxy alone that the user set, whether it answers or not', async () => {
    expect((await run({ step: 'proxy' })).notes[0]?.code).toBe('setup.keeps-proxy');
    world.server.fail({ path: /^\/proxy\/rsc/, kind: { status: 502 } });
    const failed = await run({ step: 'proxy' });
    expect(failed).toMatchObject({ changed: false, notes: [{ code: 'setup.proxy-fails' }] });
  });

  it("takes the fastest preset that works where Go's default does not answer, and only there", async () => {
    const goroot = path('go/1.25');
    await writeGoroot(goroot, fakeGo('go1.25.3'));
    await writeFile(join(goroot, 'go.env'), 'GOPROXY=https://default.test,direct\n');
    const env = { ...quiet().env, GOPROXY: undefined, PATH: join(goroot, 'bin') };
    const answering = new Set(['https://goproxy.io']);
    /** Presets that answer are the local proxy. */
    const reach = async (url: string) => {
      const { origin, pathname } = new URL(url);
      if (!answering.has(origin)) throw new TypeError('fetch failed');
      return fetch(`${world.server.proxy}${pathname}`);
    };
    await client[Symbol.asyncDispose]();
    client = createLocalClient(quiet({ env, fetch: reach }));
    const done = await run({ step: 'proxy' });
    expect(done.notes.map(({ code, params }) => [code, params['value']])).toEqual([
      ['setup.sets-proxy', 'https://goproxy.io,direct'],
    ]);
    expect(done).toMatchObject({ changed: true, step: { state: 'done', preset: 'goproxy.io' } });
    await client.setup.undoStep({ step: 'proxy' });
    answering.add('https://default.test');
    expect(await run({ step: 'proxy' })).toMatchObject({
      changed: false,
      step: { state: 'done', origin: null },
    });
  });

  it('says what it needs without a network, and what to do', async () => {
    await client[Symbol.asyncDispose]();
    client = createLocalClient(quiet({ fetch: () => Promise.reject(new TypeError('fetch failed')) }));
    await expect(drain(await client.setup.runAll({}))).rejects.toMatchObject({ code: 'setup.no-network' });
  });

  it('makes a first project, which is kept once it was changed', async () => {
    const dir = path('code/hello');
    expect((await client.setup.preview({ step: 'project', dir })).files.map((file) => file.path)).toEqual([
      join(dir, 'go.mod'),
      join(dir, 'main.go'),
    ]);
    expect(await run({ step: 'project', dir })).toMatchObject({ changed: true, step: { state: 'done' } });
    await client.setup.undoStep({ step: 'project' });
    await expect(readFile(path('code/hello/go.mod'))).rejects.toMatchObject({ code: 'ENOENT' });
    await run({ step: 'project', dir });
    await writeFile(join(dir, 'more.go'), 'package main\n');
    const { items } = await client.setup.undoPreview();
    expect(items.find(({ kind }) => kind === 'project')).toMatchObject({
      fate: 'kept',
      why: { code: 'setup.changed-since' },
    });
    expect((await client.setup.preview({ step: 'project', dir: path('code') })).obstacle?.code).toBe(
      'setup.folder-in-use',
    );
  });

  it('says which profile it cannot edit, beside those that it can', async () => {
    await writeFile(path('.zshrc'), '# mine\n', { mode: 0o444 });
    const { does, files } = await client.setup.preview({ step: 'shell', shells: ['zsh'] });
    expect(files.map((file) => file.path)).toEqual([path('.zprofile')]);
    expect(does.map(({ code }) => code)).toEqual(['setup.edits-profiles', 'profile.not-replaceable']);
  });

  it('edits the profiles once where two do it at once', async () => {
    const both = await Promise.all([run({ step: 'shell' }), run({ step: 'shell' })]);
    expect(both.map(({ changed }) => changed).toSorted((a, b) => Number(a) - Number(b))).toEqual([
      false,
      true,
    ]);
  });

  it('does not do what was not shown', async () => {
    const { id } = await client.setup.preview({ step: 'project', dir: path('one') });
    await expect(run({ step: 'project', dir: path('two') }, id)).rejects.toMatchObject({
      code: 'setup.preview-outdated',
    });
  });
});

it('says where it knows no shell, and which shells it knows', async () => {
  await using there = createLocalClient(
    quiet({ env: { ...quiet().env, SHELL: '/opt/nu', PATH: '/nothing' } }),
  );
  const shell = stepOf(await there.setup.status(), 'shell');
  // What /etc/shells lists has no profile in this home.
  expect(shell).toMatchObject({ state: 'problem', problem: { code: 'setup.no-known-shell' } });
});

describe('the undo of everything', () => {
  it('keeps a history with builds', async () => {
    await run({ step: 'toolchain' });
    const history = await openHistory(quiet());
    await history.add(programRecord());
    await history.close();
    const { id, items } = await client.setup.undoPreview();
    expect(items.find(({ kind }) => kind === 'history')).toMatchObject({
      fate: 'kept',
      why: { code: 'setup.history-kept', params: { builds: 1 } },
    });
    await drain(await client.setup.undo({ id }));
    await client[Symbol.asyncDispose]();
    expect(await readdir(world.root)).toContain('history.db');
    expect((await readdir(world.root)).filter((name) => !name.startsWith('history.db'))).toEqual([]);
    const left = await openHistory(quiet());
    expect((await left.projects()).map(({ builds }) => builds)).toEqual([1]);
    await left.close();
  });

  it('removes what an interrupted change of the history left', async () => {
    await run({ step: 'toolchain' });
    for (const end of ['.suspect', '.new', '.new-journal', '.restoring', '.restoring-wal'])
      await writeFile(join(world.root, `history.db${end}`), '');
    const { id } = await client.setup.undoPreview();
    await drain(await client.setup.undo({ id }));
    expect(await readdir(world.root).catch(() => [])).toEqual([]);
  });

  it("keeps what is not Burrow's, and says so", async () => {
    await run({ step: 'toolchain' });
    await writeFile(join(world.root, 'mine.txt'), 'x');
    const { id, items } = await client.setup.undoPreview();
    expect(items.map(({ kind, fate }) => `${kind} ${fate}`)).toEqual([
      'toolchain deleted',
      'home deleted',
      'home kept',
    ]);
    await expect(drain(await client.setup.undo({ id: 'another' }))).rejects.toMatchObject({
      code: 'setup.undo-outdated',
    });
    const done = await drain(await client.setup.undo({ id }));
    expect(done.bytes).toBeGreaterThan(0);
    expect(await readFile(join(world.root, 'mine.txt'), 'utf8')).toBe('x');
    expect((await client.setup.undoPreview()).items.map(({ fate }) => fate)).toEqual(['kept']);
  });
});
