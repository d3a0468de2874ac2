import { execa } from 'execa';
import { appendFile, chmod, cp, mkdir, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A repository with a Go program, and what an attack plants in it. */
export interface Planted {
  /** Its folder. */
  root: string;
  /** A program that leaves a trace when it runs; outside the repository. */
  payload: string;
  git: (...args: string[]) => Promise<string>;
}

export interface Attack {
  name: string;
  plant: (planted: Planted) => Promise<unknown>;
  /** What plainly runs the payload; by default `git status`. */
  control?: readonly string[];
  /** Added to PATH, before everything. */
  path?: string;
  /** What Burrow says about changes: by default that there are some; null: unknown. */
  dirty?: boolean | null | 'no commit';
  /** Go cannot build what is left of the repository. */
  fails?: true;
}

const identity = [
  '-c',
  'user.name=Me',
  '-c',
  'user.email=me@example.com',
  '-c',
  'advice.addEmbeddedRepo=false',
];

/** Runs Git in a folder with the settings of the folder alone; `env` as given. */
export async function git(dir: string, env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  return (await execa('git', [...identity, ...args], { cwd: dir, env, extendEnv: false })).stdout;
}

/** Makes a repository with a committed program, whose files look changed to Git although they are not. */
export async function plainRepository(root: string, env: NodeJS.ProcessEnv): Promise<void> {
  await mkdir(join(root, 'cmd'), { recursive: true });
  await writeFile(join(root, 'go.mod'), 'module example.com/hostile\n\ngo 1.21\n');
  await writeFile(join(root, 'main.go'), 'package main\n\nfunc main() {}\n');
  await writeFile(join(root, 'cmd/cmd.go'), 'package cmd\n');
  await git(root, env, 'init', '--quiet', '--initial-branch=main');
  await git(root, env, 'add', '.');
  await git(root, env, 'commit', '--quiet', '--message=First');
}

/** Gives a file another time, so that Git has to compare its content. */
const touch = (path: string): Promise<void> => utimes(path, new Date(), new Date(Date.now() - 1e6));

/** A repository in the folder `path`, committed as a submodule. */
async function submodule({ root, git: run }: Planted, path: string): Promise<string> {
  const folder = join(root, path);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'a.txt'), 'a\n');
  await run('-C', folder, 'init', '--quiet', '--initial-branch=main');
  await run('-C', folder, 'add', '.');
  await run('-C', folder, 'commit', '--quiet', '--message=Sub');
  await run('-C', join(folder, '..'), 'add', folder);
  await run('-C', join(folder, '..'), 'commit', '--quiet', '--message=With a submodule');
  return folder;
}

/** Configures a filter for a file that has to be compared. */
async function filter({ root, payload, git: run }: Planted, name: string, variable: string): Promise<void> {
  await appendFile(join(root, '.git/info/attributes'), `*.go filter=${name}\n*.txt filter=${name}\n`);
  await run('config', `filter.${name}.${variable}`, payload);
  await touch(join(root, 'main.go'));
}

/** A partial clone that lacks a tree, which every `git status` has to fetch. */
async function lacking({ root, git: run }: Planted, url: string): Promise<void> {
  const tree = await run('rev-parse', 'HEAD^{tree}');
  await rm(join(root, '.git/objects', tree.slice(0, 2), tree.slice(2)), { force: true });
  await rm(join(root, '.git/index'));
  await run('config', 'core.repositoryFormatVersion', '1');
  await run('config', 'extensions.partialClone', 'origin');
  await run('config', 'remote.origin.promisor', 'true');
  await run('config', 'remote.origin.url', url);
}

const hook = (payload: string): string => `#!/bin/sh\nexec '${payload}'\n`;

async function hookIn(folder: string, payload: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'post-index-change'), hook(payload), { mode: 0o755 });
}

/** A folder that looks like a repository without having a .git. */
async function bare({ root, git: run }: Planted): Promise<string> {
  await rm(join(root, '.git'), { recursive: true });
  await run('init', '--quiet', '--bare', '--initial-branch=main', 'made');
  for (const name of ['HEAD', 'config', 'objects', 'refs', 'info']) {
    await rename(join(root, 'made', name), join(root, name));
  }
  await rm(join(root, 'made'), { recursive: true });
  await run('config', 'core.bare', 'false');
  await run('config', 'core.worktree', root);
  await run('add', 'go.mod', 'main.go');
  await run('commit', '--quiet', '--message=First');
  return root;
}

/** Everything that a repository can configure to be run, as far as looking at it or building it comes near to it. */
export const attacks: readonly Attack[] = [
  {
    name: 'core.fsmonitor',
    plant: ({ git: run, payload }) => run('config', 'core.fsmonitor', payload),
    dirty: false,
  },
  {
    name: 'core.fsmonitor in other letters, version 1',
    async plant({ root, payload }) {
      await appendFile(
        join(root, '.git/config'),
        `[CORE]\n\tFSMonitor = ${payload}\n\tfsMonitorHookVersion = 1\n`,
      );
    },
    dirty: false,
  },
  {
    name: 'core.fsmonitor in an included file',
    async plant({ root, payload, git: run }) {
      await writeFile(join(root, '.git/more'), `[core]\n\tfsmonitor = ${payload}\n`);
      await run('config', 'include.path', 'more');
    },
    dirty: false,
  },
  {
    name: 'core.fsmonitor by includeIf',
    async plant({ root, payload, git: run }) {
      await writeFile(join(root, '.git/more'), `[core]\n\tfsmonitor = ${payload}\n`);
      await run('config', 'includeIf.onbranch:main.path', 'more');
    },
    dirty: false,
  },
  {
    name: 'core.fsmonitor of the worktree alone',
    async plant({ payload, git: run }) {
      await run('config', 'extensions.worktreeConfig', 'true');
      await run('config', '--worktree', 'core.fsmonitor', payload);
    },
    dirty: false,
  },
  {
    name: 'core.fsmonitor behind a .git file',
    async plant({ root, payload, git: run }) {
      await run('config', 'core.fsmonitor', payload);
      await mkdir(join(root, 'testdata'));
      await rename(join(root, '.git'), join(root, 'testdata/repo'));
      await writeFile(join(root, '.git'), 'gitdir: testdata/repo\n');
    },
  },
  {
    name: 'core.fsmonitor with core.worktree elsewhere',
    async plant({ root, payload, git: run }) {
      await run('config', 'core.worktree', join(root, 'cmd'));
      await run('config', 'core.fsmonitor', payload);
    },
  },
  {
    name: 'the hook post-index-change',
    async plant({ root, payload }) {
      await hookIn(join(root, '.git/hooks'), payload);
      await touch(join(root, 'main.go'));
    },
    dirty: false,
  },
  {
    name: 'core.hooksPath',
    async plant({ root, payload, git: run }) {
      await hookIn(join(root, 'hooks'), payload);
      await run('config', 'core.hooksPath', 'hooks');
      await touch(join(root, 'main.go'));
    },
  },
  { name: 'a clean filter', plant: (planted) => filter(planted, 'x', 'clean'), dirty: false },
  { name: 'a filter process', plant: (planted) => filter(planted, 'x', 'process'), dirty: false },
  {
    name: 'a required filter of a changed file',
    async plant(planted) {
      await filter(planted, 'x', 'clean');
      await planted.git('config', 'filter.x.required', 'true');
      await appendFile(join(planted.root, 'cmd/cmd.go'), '// changed\n');
      // Git compares the content only of a file with the same size.
      await planted.git(
        'update-index',
        '--cacheinfo',
        `100644,${await planted.git('hash-object', '--no-filters', '-w', join(planted.root, 'go.mod'))},main.go`,
      );
      await planted.git(
        '-c',
        'filter.x.clean=',
        '-c',
        'filter.x.required=false',
        'commit',
        '--quiet',
        '--message=Other content',
      );
    },
    dirty: null,
  },
  {
    name: 'a filter with a strange name',
    plant: (planted) => filter(planted, 'a=b."c', 'clean'),
    dirty: false,
  },
  {
    name: 'a filter by .gitattributes',
    async plant({ root, payload, git: run }) {
      await writeFile(join(root, '.gitattributes'), '*.go filter=x\n');
      await run('add', '.');
      await run('commit', '--quiet', '--message=Attributes');
      await run('config', 'filter.x.clean', payload);
      await touch(join(root, 'main.go'));
    },
    dirty: false,
  },
  {
    name: 'a filter by core.attributesFile, in an included file',
    async plant({ root, payload, git: run }) {
      await writeFile(join(root, '.git/attributes'), '*.go filter=x\n');
      await writeFile(join(root, '.git/more'), `[filter "x"]\n\tclean = ${payload}\n`);
      await run('config', 'core.attributesFile', '.git/attributes');
      await run('config', 'include.path', 'more');
      await touch(join(root, 'main.go'));
    },
    dirty: false,
  },
  {
    name: "a filter in the place of the user's own",
    plant: (planted) => filter(planted, 'users', 'clean'),
    dirty: false,
  },
  {
    name: 'core.fsmonitor of a submodule',
    plant: async (planted) =>
      planted.git('-C', await submodule(planted, 'sub'), 'config', 'core.fsmonitor', planted.payload),
    dirty: false,
  },
  {
    name: 'core.fsmonitor of a submodule that is not to be ignored',
    async plant(planted) {
      const sub = await submodule(planted, 'sub');
      await writeFile(
        join(planted.root, '.gitmodules'),
        '[submodule "sub"]\n\tpath = sub\n\turl = x\n\tignore = none\n',
      );
      await planted.git('-C', sub, 'config', 'core.fsmonitor', planted.payload);
      await planted.git('config', 'submodule.sub.ignore', 'none');
      await planted.git('config', 'submodule.recurse', 'true');
    },
  },
  {
    name: 'a hook of a submodule',
    async plant(planted) {
      const sub = await submodule(planted, 'sub');
      await hookIn(join(sub, '.git/hooks'), planted.payload);
      await touch(join(sub, 'a.txt'));
    },
    dirty: false,
  },
  {
    name: 'a filter of a submodule',
    async plant(planted) {
      const sub = await submodule(planted, 'a sub');
      await filter(
        { ...planted, root: sub, git: (...args) => planted.git('-C', sub, ...args) },
        'x',
        'clean',
      ).catch(() => undefined);
      await touch(join(sub, 'a.txt'));
    },
    dirty: false,
  },
  {
    name: 'a filter process of a submodule in a submodule',
    async plant(planted) {
      const outer = await submodule(planted, 'sub');
      const inner = await submodule({ ...planted, root: outer }, 'sub');
      await planted.git('-C', planted.root, 'commit', '--quiet', '--all', '--message=Two submodules');
      await filter(
        { ...planted, root: inner, git: (...args) => planted.git('-C', inner, ...args) },
        'y',
        'process',
      ).catch(() => undefined);
      await touch(join(inner, 'a.txt'));
    },
    dirty: false,
  },
  {
    name: 'a folder that looks like a repository',
    plant: async (planted) =>
      planted.git('-C', await bare(planted), 'config', 'core.fsmonitor', planted.payload),
    dirty: 'no commit',
  },
  {
    name: 'a folder that looks like a repository, beside an empty .git',
    async plant(planted) {
      await bare(planted);
      await planted.git('config', 'filter.x.clean', planted.payload);
      await writeFile(join(planted.root, '.gitattributes'), '*.go filter=x\n');
      await mkdir(join(planted.root, '.git'));
      await touch(join(planted.root, 'main.go'));
    },
    control: ['go', 'build', '-buildvcs=auto', '-o', '/dev/null', '.'],
    dirty: 'no commit',
  },
  {
    name: 'the upload-pack of a partial clone',
    async plant(planted) {
      await lacking(planted, planted.root);
      await planted.git('config', 'remote.origin.uploadpack', planted.payload);
    },
    dirty: null,
    fails: true,
  },
  {
    name: 'the ext:: address of a partial clone',
    async plant(planted) {
      await lacking(planted, `ext::${planted.payload}`);
      await planted.git('config', 'protocol.ext.allow', 'always');
    },
    dirty: null,
    fails: true,
  },
  {
    name: 'core.sshCommand of a partial clone',
    async plant(planted) {
      await lacking(planted, 'ssh://example.invalid/x');
      await planted.git('config', 'core.sshCommand', planted.payload);
    },
    dirty: null,
    fails: true,
  },
  {
    name: 'core.gitProxy of a partial clone',
    async plant(planted) {
      await lacking(planted, 'git://example.invalid/x');
      await planted.git('config', 'core.gitProxy', planted.payload);
    },
    dirty: null,
    fails: true,
  },
  {
    name: 'the transport of a partial clone',
    async plant(planted) {
      await lacking(planted, planted.payload);
      await planted.git('config', 'remote.origin.vcs', 'ext');
      await planted.git('config', 'protocol.ext.allow', 'always');
    },
    dirty: null,
    fails: true,
  },
  {
    name: 'gpg.program of a signed commit',
    async plant({ root, payload, git: run }) {
      const [tree, parent] = [await run('rev-parse', 'HEAD^{tree}'), await run('rev-parse', 'HEAD')];
      const who = 'Me <me@example.com> 1700000000 +0000';
      const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----';
      const commit = join(root, '.git/commit');
      await writeFile(
        commit,
        `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n${signature}\n\nSigned\n`,
      );
      await run('update-ref', 'HEAD', await run('hash-object', '-t', 'commit', '-w', commit));
      await run('config', 'log.showSignature', 'true');
      await run('config', 'gpg.program', payload);
    },
    control: ['git', 'log', '-1'],
    dirty: false,
  },
  {
    name: 'diff.external',
    async plant({ root, payload, git: run }) {
      await run('config', 'diff.external', payload);
      await appendFile(join(root, 'main.go'), '// changed\n');
    },
    control: ['git', 'diff'],
  },
  {
    name: 'textconv',
    async plant({ root, payload, git: run }) {
      await writeFile(join(root, '.git/info/attributes'), '*.go diff=x\n');
      await run('config', 'diff.x.textconv', payload);
      await appendFile(join(root, 'main.go'), '// changed\n');
    },
    control: ['git', 'diff'],
  },
  {
    name: 'an alias',
    plant: ({ payload, git: run }) => run('config', 'alias.state', `!${payload}`),
    control: ['git', 'state'],
    dirty: false,
  },
  {
    name: 'core.editor',
    plant: ({ payload, git: run }) => run('config', 'core.editor', payload),
    control: ['git', 'config', '--edit'],
    dirty: false,
  },
  {
    name: 'a credential helper',
    plant: ({ payload, git: run }) => run('config', 'credential.helper', payload),
    control: ['git', 'credential', 'approve'],
    dirty: false,
  },
  ...['git', 'ldd', 'go', 'hg', 'sync', 'gcc'].map(
    (program): Attack => ({
      name: `./${program} with an empty and a relative entry in PATH`,
      async plant({ root, payload }) {
        await cp(payload, join(root, program));
        await chmod(join(root, program), 0o755);
      },
      path: ':.:',
      control: [program],
    }),
  ),
];

/** Removes the trace of the payload; whether there was one. */
export async function tookPlace(trace: string): Promise<boolean> {
  return unlink(trace).then(
    () => true,
    () => false,
  );
}
