import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Failure, failure } from '#contract/failure';
import { readTextIfThere, realPath, type System } from '#core/system';
import type { Profile } from './startup/index.ts';
import { yadmRepository, yadmTemplate } from './yadm.ts';

/**
 * Why a profile must be edited at its source: another tool makes it from there, and an edit of the result would be
 * lost. null: the file is the source.
 */
export async function ownedElsewhere(
  system: System,
  { path, target }: Pick<Profile, 'path' | 'target'>,
): Promise<Failure | null> {
  if (target.startsWith('/nix/store/')) {
    const tool = target.includes('home-manager') ? 'home-manager' : 'nix';
    return failure('profile.owned', { path, tool, source: null });
  }
  const source = await chezmoiSource(system, path);
  if (source !== null) return failure('profile.owned', { path, tool: 'chezmoi', source });
  const template = await yadmTemplate(system, { path, target });
  return template === null ? null : failure('profile.owned', { path, tool: 'yadm', source: template });
}

/** The source of a file in chezmoi's folder; null: chezmoi does not make it. */
async function chezmoiSource({ home, env }: System, path: string): Promise<string | null> {
  const below = relative(home, path);
  if (below.startsWith('..')) return null;
  const data = env['XDG_DATA_HOME'] || join(home, '.local/share');
  const base = join(data, 'chezmoi');
  const root = (await readTextIfThere(join(base, '.chezmoiroot')).catch(() => null)) ?? '';
  let folder = join(base, root.trim());
  for (const [index, name] of below.split('/').entries()) {
    const names = await readdir(folder).catch(() => []);
    const found = names.find((each) => targetName(each) === name);
    if (found === undefined) return null;
    folder = join(folder, found);
    if (index === below.split('/').length - 1) return folder;
  }
  return null;
}

/** The name of the file that a file in chezmoi's folder becomes (chezmoi.io, Source state attributes). Pure. */
export function targetName(source: string): string {
  const bare = source
    .replace(
      /^(?:(?:after|before|create|empty|encrypted|exact|executable|external|modify|once|onchange|private|readonly|remove|run|symlink)_)+/,
      '',
    )
    .replace(/\.tmpl$/, '');
  return bare.startsWith('dot_') ? `.${bare.slice('dot_'.length)}` : bare;
}

/**
 * The Git repository that shows an edit of a file as a change: one that a link leads to, or yadm's. null: none, or the
 * home folder itself is one.
 */
export async function repositoryOf(system: System, { path, target }: Profile): Promise<string | null> {
  const { home } = system;
  const yadm = await yadmRepository(system, { target });
  if (yadm !== null || path === target) return yadm;
  for (let folder = dirname(target); folder !== dirname(folder); folder = dirname(folder)) {
    if (folder === home) return null;
    if ((await realPath(join(folder, '.git'))) !== null) return folder;
  }
  return null;
}
