import type { Reason } from '#contract/said';
import { describeMachine, findOnPath, isFile, type System } from '#core/system';
import { type Step, nothingDone, nothingPlanned, stateOf, words } from '../scene.ts';

/** The programs of Linux distributions that install packages. */
const installers = ['apt-get', 'dnf', 'apk', 'pacman', 'zypper'] as const;

/** What can be seen of a machine without starting a compiler. */
export interface MachineFacts {
  os: string;
  translated: boolean;
  terminal: string | null;
  cCompiler: string | null;
  git: string | null;
  installer: string | null;
}

/** What is worth knowing about a machine, the most important first. Pure. */
export function notesOn({ os, translated, terminal, cCompiler, git, installer }: MachineFacts): Reason[] {
  return [
    ...(translated ? [words('setup.translated-terminal', { terminal })] : []),
    ...(cCompiler === null ? [words('setup.no-c-compiler', { os, with: installer })] : []),
    ...(git === null ? [words('setup.no-git', { os, with: installer })] : []),
  ];
}

/** The processor, the terminal, and the programs that Go calls. Burrow installs none of them. */
export const machineStep: Step<'machine'> = {
  async look({ system, record }) {
    const [{ os, arch, osVersion, processor, translated }, cCompiler, git, installer] = await Promise.all([
      describeMachine(system),
      toolOf(system, compilerName(system)),
      toolOf(system, 'git'),
      installerOf(system),
    ]);
    const terminal = terminals[system.env['TERM_PROGRAM'] ?? ''] ?? null;
    const notes = notesOn({ os, translated, terminal, cCompiler, git, installer });
    return {
      id: 'machine',
      ...stateOf('machine', record, { done: notes.length === 0, problem: notes[0] ?? null }),
      undoable: false,
      os,
      arch,
      osVersion,
      processor,
      translated,
      cCompiler,
      git,
      notes,
    };
  },
  plan: async () => nothingPlanned,
  // oxlint-disable-next-line require-yield -- what is missing is for the user
  async *run() {
    return nothingDone;
  },
  undo: async () => {},
};

/** The names of terminals by $TERM_PROGRAM. */
const terminals: Readonly<Record<string, string>> = {
  Apple_Terminal: 'Terminal',
  'iTerm.app': 'iTerm',
  vscode: 'Visual Studio Code',
  WezTerm: 'WezTerm',
  ghostty: 'Ghostty',
  WarpTerminal: 'Warp',
};

function compilerName({ os, env }: System): string {
  const [name = ''] = (env['CC'] || (os === 'darwin' ? 'clang' : 'gcc')).split(' ');
  return name;
}

/**
 * A program on PATH. Those in /usr/bin of a Mac are stubs, which open a dialog where Apple's command-line tools are
 * missing, so nothing is started: the tools are looked for where they are installed.
 */
async function toolOf(system: System, name: string): Promise<string | null> {
  const path = name.startsWith('/') ? ((await isFile(name)) ? name : null) : await findOnPath(system, name);
  if (system.os !== 'darwin' || path === null || !path.startsWith('/usr/bin/')) return path;
  for (const folder of appleTools(system)) {
    if (await isFile(`${folder}/usr/bin/${name}`)) return path;
  }
  return null;
}

/** Where Apple's tools are: DEVELOPER_DIR, the command-line tools, Xcode (xcode-select(1)). Pure. */
export function appleTools({ env }: Pick<System, 'env'>): string[] {
  const xcode = '/Applications/Xcode.app/Contents/Developer';
  const own = env['DEVELOPER_DIR'];
  return [
    ...(own ? [own] : []),
    '/Library/Developer/CommandLineTools',
    `${xcode}/Toolchains/XcodeDefault.xctoolchain`,
    xcode,
  ];
}

async function installerOf(system: System): Promise<string | null> {
  if (system.os !== 'linux') return null;
  const found = await Promise.all(
    installers.map(async (name) => ((await findOnPath(system, name)) ? name : null)),
  );
  return found.find((name) => name !== null) ?? null;
}
