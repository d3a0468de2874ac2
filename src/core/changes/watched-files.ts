import { basename, join, resolve } from 'node:path';
import type { ChangeTopic } from '#contract/change-topics';
import { profileFiles, snippetsIn } from '#core/profiles';
import { wishFiles } from '#core/switching';
import { burrowPaths, type System } from '#core/system';
import { gosOnPath, userEnvFile } from '#core/toolchains';

/** A file, or a folder whose entries count, that may or may not exist. */
export interface Watched {
  path: string;
  topic: ChangeTopic;
  isFolder?: boolean;
}

/** What a page that shows `project` depends on; without a project, the home folder. */
export async function watchedFiles(system: System, project: string | null): Promise<Watched[]> {
  const paths = burrowPaths(system);
  const dir = project ?? system.home;
  const profiles = profileFiles(system);
  const goEnv = userEnvFile(system);
  const wishes = wishFiles(dir, system);
  return [
    ...files('versions', [...wishes, paths.defaultFile]),
    ...files('modules', wishes.filter(isModuleFile)),
    ...files(
      'modules',
      ['go.sum', 'go.work.sum', 'vendor/modules.txt'].map((name) => join(dir, name)),
    ),
    folder('toolchains', paths.toolchains),
    ...files('toolchains', gosOnPath(system, paths.shims)),
    ...files('environment', profiles.files),
    folder('environment', profiles.fishSnippets),
    ...files('environment', await snippetsIn(profiles.fishSnippets)),
    ...files('environment', goEnv === null ? [] : [resolve(dir, goEnv)]),
    ...files(
      'environment',
      ['env.sh', 'env.fish', 'environment.json'].map((name) => join(paths.root, name)),
    ),
    // SQLite writes to the write-ahead log first, and to the file itself when nobody has it open any more.
    ...files('builds', [paths.historyDb, `${paths.historyDb}-wal`]),
    ...files('settings', [paths.settings]),
    ...files('setup', [join(paths.root, 'setup.json')]),
  ];
}

function files(topic: ChangeTopic, paths: readonly string[]): Watched[] {
  return paths.map((path) => ({ path, topic }));
}

function folder(topic: ChangeTopic, path: string): Watched {
  return { path, topic, isFolder: true };
}

function isModuleFile(path: string): boolean {
  return ['go.mod', 'go.work'].includes(basename(path));
}
