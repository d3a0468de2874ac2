import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure } from '#contract/failure';
import { isProgram, type System } from '#core/system';

/** What `xcode-select -p` and a look at the folder that it names say of a Mac's command-line tools. */
export type DeveloperFolder =
  | { state: 'none' }
  | { state: 'missing' | 'no-compiler' | 'no-licence' | 'ready'; path: string; isSet: boolean };

/**
 * Where a Mac's command-line tools are, and whether they work. `clang` and `git` of /usr/bin are not started before their
 * folder was seen: without one, they open a window that offers to install it. Failures: cancelled.
 */
export async function developerFolder(system: System, signal: AbortSignal): Promise<DeveloperFolder> {
  const isSet = Boolean(system.env['DEVELOPER_DIR']);
  const selected = await say(system, '/usr/bin/xcode-select', ['-p'], signal);
  // xcode-select(1): the variable wins over what was selected.
  const path = system.env['DEVELOPER_DIR'] || (selected?.exitCode === 0 ? selected.stdout.trim() : '');
  if (path === '') return { state: 'none' };
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return { state: 'missing', path, isSet };
  const compilers = ['usr/bin/clang', 'Toolchains/XcodeDefault.xctoolchain/usr/bin/clang'];
  const here = await Promise.all(compilers.map((name) => isProgram(join(path, name))));
  if (!here.includes(true)) return { state: 'no-compiler', path, isSet };
  // Only Xcode has a licence to accept; until then each of its tools refuses to run.
  if (here[0] !== true) {
    const clang = await say(system, '/usr/bin/xcrun', ['clang', '--version'], signal);
    if (clang && clang.exitCode !== 0 && /license/i.test(clang.stdout + clang.stderr)) {
      return { state: 'no-licence', path, isSet };
    }
  }
  return { state: 'ready', path, isSet };
}

/** null: the program is missing or does not answer. */
async function say(system: System, file: string, args: string[], signal: AbortSignal) {
  try {
    return await system.run({ file, args, timeoutMs: 2000, signal });
  } catch (error) {
    if (isFailure(error) && error.code !== 'cancelled') return null;
    throw error;
  }
}
