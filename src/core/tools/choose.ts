import { failure } from '#contract/failure';
import type { RebuildRequest, Tool } from '#contract/tools';
import { shouldRebuild } from './describe.ts';
import { nearNames } from './near-names.ts';

/**
 * The tools that are to be rebuilt with `goVersion`; pure. Those that are named, whatever they are like; else those
 * that were built with an older Go or do not run natively here, or all. `.exe` may be left out. Failures: tool.unknown.
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
