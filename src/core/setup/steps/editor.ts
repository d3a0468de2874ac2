import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepOf } from '#contract/setup';
import { linkFolder, listLinks, unlinkFolder } from '#core/switching';
import { burrowPaths, findOnPath, readTextIfThere, type System } from '#core/system';
import { recordDone } from '../record.ts';
import { type Step, nothingDone, nothingPlanned, stateOf, words } from '../scene.ts';

type Editor = StepOf<'editor'>['editors'][number];

/** The editors here, and what to set in them. Burrow changes none of their settings. */
export const editorStep: Step<'editor'> = {
  async look({ system, record }) {
    const links = (await listLinks(system)).map(({ folder, path }) => ({ folder, path }));
    const found = await Promise.all([vscode(system), goland(system, links[0]?.path ?? null)]);
    const editors = found.filter((each) => each !== null);
    const problem = editors.flatMap(({ name, settings, conflicts }) =>
      conflicts.map((each) =>
        words('setup.editor-setting', { editor: names[name], file: settings ?? '', ...each }),
      ),
    )[0];
    const isReady = editors.every(
      ({ name, conflicts }) => conflicts.length === 0 && (name === 'vscode' || links.length > 0),
    );
    return {
      id: 'editor',
      ...stateOf('editor', record, { done: isReady, problem: problem ?? null }),
      undoable: links.some(({ folder }) => record.did.links.includes(folder)),
      editors,
      links,
    };
  },
  async plan(_scene, { dir }) {
    return dir === undefined
      ? nothingPlanned
      : { ...nothingPlanned, does: [words('setup.links', { dir, done: false })] };
  },
  // oxlint-disable-next-line require-yield -- it is done at once
  async *run({ system, record }, { dir }) {
    if (dir === undefined) return nothingDone;
    await recordDone(system, { links: [...new Set([...record.did.links, dir])] });
    const { folder } = await linkFolder(system, dir);
    return { changed: true, notes: [words('setup.links', { dir: folder, done: true })] };
  },
  async undo({ system, record }) {
    for (const folder of record.did.links) await unlinkFolder(system, folder);
    await recordDone(system, { links: [] });
  },
};

const names = { vscode: 'VS Code', goland: 'GoLand' };

async function vscode(system: System): Promise<Editor | null> {
  const folder = join(configFolder(system), 'Code');
  const app = '/Applications/Visual Studio Code.app';
  const places = [folder, ...(system.os === 'darwin' ? [app] : [])];
  const path = (await findOnPath(system, 'code')) ?? (await firstThere(places));
  if (path === null) return null;
  const settings = join(folder, 'User', 'settings.json');
  const go = join(burrowPaths(system).shims, 'go');
  const text = await readTextIfThere(settings).catch(() => null);
  return {
    name: 'vscode',
    path,
    settings,
    conflicts: conflictsIn(text ?? '', burrowPaths(system).root),
    setting: `"go.alternateTools": ${JSON.stringify({ go })}`,
  };
}

async function goland(system: System, link: string | null): Promise<Editor | null> {
  const folder = join(configFolder(system), 'JetBrains');
  const versions = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('GoLand'));
  const app = '/Applications/GoLand.app';
  const places = [...versions.map((name) => join(folder, name)), ...(system.os === 'darwin' ? [app] : [])];
  const path = (await findOnPath(system, 'goland')) ?? (await firstThere(places));
  return path === null ? null : { name: 'goland', path, settings: null, conflicts: [], setting: link };
}

/** Where applications keep their settings. */
function configFolder({ os, env, home }: System): string {
  if (os === 'darwin') return join(home, 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
}

async function firstThere(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found) return path;
  }
  return null;
}

/**
 * Settings of the Go extension that take precedence over PATH: `go.goroot`, and `go.alternateTools` with another `go`
 * than one of Burrow's in `home`. The file is JSON with comments; lines are counted from 1. Pure.
 */
export function conflictsIn(text: string, home: string): Editor['conflicts'] {
  const found: Editor['conflicts'] = [];
  let isInTools = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*\/\//.test(line)) continue;
    const [, root] = /"go\.goroot"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(line) ?? [];
    if (root) found.push({ name: 'go.goroot', value: root, line: index + 1 });
    isInTools ||= line.includes('"go.alternateTools"');
    const [, go] = (isInTools && /"go"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(line)) || [];
    if (go && !go.startsWith(`${home}/`))
      found.push({ name: 'go.alternateTools', value: go, line: index + 1 });
    if (isInTools && line.includes('}')) isInTools = false;
  }
  return found;
}
