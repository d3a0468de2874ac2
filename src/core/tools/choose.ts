import { failure } from '#contract/failure';
import type { RebuildRequest, Tool } from '#contract/tools';
import { shouldRebuild } from './describe.ts';
import { nearNames } from './near-names.ts';

/**
 * Chooses the tools to rebuild with `goVersion`: the named ones, or all, or by default those that were built with an
 * older Go or do not run natively here. `.exe` may be omitted in names. Pure. Failures: tool.unknown.
 */
export function chooseTools<T extends Pick<Tool, 'name' | 'path' | 'goVersion' | 'runsAs'>>(
  tools: readonly T[],
  { names, which = 'needed' }: Pick<RebuildRequest, 'names' | 'which'>,
  { goVersion, folder }: { goVersion: string; folder: string },
): T[] {
  if (names !== undefined) {
    const named = names.map((name) => {
      const found = tools.find((tool) => isCalled(tool, name));
      if (found) return found;
      const nearest = nearNames(
        name,
        tools.map((tool) => tool.name),
      );
      throw failure('tool.unknown', { name, nearest, folder });
    });
    return [...new Set(named)];
  }
  if (which === 'all') return [...tools];
  return tools.filter((tool) => shouldRebuild(tool, goVersion));
}

function isCalled({ name, path }: Pick<Tool, 'name' | 'path'>, word: string): boolean {
  return word === name || word === path || `${word}.exe` === name;
}
