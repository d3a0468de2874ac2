import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { readForeign, type System } from '#core/system';
import type { Profile } from './startup/index.ts';

/** Larger than the index of any home folder that yadm keeps. Bytes. */
const maxIndexBytes = 20_000_000;

/**
 * The template that yadm makes a file from, `.zshrc##template`; null: it does not. It stands beside the file, or in
 * yadm's folder of alternates (yadm(1), ALTERNATES and TEMPLATES).
 */
export async function yadmTemplate(
  { home, env }: System,
  { path, target }: Pick<Profile, 'path' | 'target'>,
): Promise<string | null> {
  // An alternate file is linked to, and so is edited itself.
  if (path !== target) return null;
  const below = relative(home, dirname(path));
  if (below.startsWith('..')) return null;
  const config = env['XDG_CONFIG_HOME'] || join(home, '.config');
  for (const folder of [dirname(path), join(config, 'yadm', 'alt', below)]) {
    const names = await readdir(folder).catch(() => []);
    const found = names.find((name) => isTemplateOf(name, basename(path)));
    if (found !== undefined) return join(folder, found);
  }
  return null;
}

/** Whether a name is that of a template for a file: `.zshrc##os.Linux,t.j2`. Pure. */
export function isTemplateOf(name: string, file: string): boolean {
  if (!name.startsWith(`${file}##`)) return false;
  const conditions = name.slice(file.length + 2).split(',');
  return conditions.some((each) => /^(?:t|template|yadm)(?:\.|$)/.test(each));
}

/** The bare repository of yadm, if a file is in it: then an edit shows as a change there. null: it is not. */
export async function yadmRepository(
  { home, env }: System,
  { target }: Pick<Profile, 'target'>,
): Promise<string | null> {
  const data = env['XDG_DATA_HOME'] || join(home, '.local/share');
  const repository = join(data, 'yadm', 'repo.git');
  const below = relative(home, target);
  if (below.startsWith('..')) return null;
  const index = await readForeign(join(repository, 'index'), maxIndexBytes).catch(() => null);
  return index !== null && isInIndex(index, below) ? repository : null;
}

/**
 * Whether Git's index has a file (gitformat-index(5)): its name, ended by a NUL, behind two bytes of flags, the lower
 * twelve bits of which are its length. Of version 4, which shortens names, nothing is known. Pure.
 */
export function isInIndex(index: Buffer, path: string): boolean {
  if (index.toString('latin1', 0, 4) !== 'DIRC' || index.readUInt32BE(4) > 3) return false;
  const name = Buffer.from(`${path}\0`);
  const length = Math.min(name.length - 1, 0xfff);
  for (let at = index.indexOf(name); at !== -1; at = index.indexOf(name, at + 1)) {
    const flags = at >= 2 ? index.readUInt16BE(at - 2) : 0;
    // An entry of version 3 may have two more bytes of flags before its name.
    const extended = at >= 4 ? index.readUInt16BE(at - 4) : 0;
    if ((flags & 0xfff) === length || ((extended & 0x4000) !== 0 && (extended & 0xfff) === length))
      return true;
  }
  return false;
}
