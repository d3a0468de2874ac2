import { failure } from '#contract/failure';
import { runsAs } from '#contract/runs-as';
import type { RebuildPlan, RebuildRequest, RebuildStep } from '#contract/tools';
import { readExecutableHeader } from '#core/binaries';
import { maskSecrets, type System } from '#core/system';
import { goFor, type RunnableGo } from '#core/switching';
import { type BuildSettings, buildSettings } from './build-settings.ts';
import { chooseTools } from './choose.ts';
import { readTools } from './list.ts';
import { obstacleFailure } from './obstacle.ts';
import type { FoundTool } from './read-folder.ts';

/** A tool to rebuild, with everything that is needed for it. */
export interface PlannedTool {
  step: RebuildStep;
  found: FoundTool;
  how: BuildSettings;
}

/** Plans a rebuild. Failures: those of goFor and listTools, tool.unknown, tools.go-not-native. */
export async function planRebuild(system: System, request: RebuildRequest): Promise<RebuildPlan> {
  const { goVersion, planned } = await planTools(system, request);
  return { goVersion, steps: planned.map(({ step }) => step) };
}

/**
 * Which tools to rebuild, and with which Go: the requested one, else that of the home folder, where no project
 * decides. It must be native to this processor, because its programs would otherwise be translated too. Failures:
 * those of planRebuild.
 */
export async function planTools(
  system: System,
  request: RebuildRequest,
): Promise<{ go: RunnableGo; goVersion: string; planned: PlannedTool[]; folders: string[] }> {
  const [go, { list, found }] = await Promise.all([
    goFor(system, system.home, request.go),
    readTools(system),
  ]);
  await mustBeNative(system, go);
  const goVersion = go.version;
  const folders = list.folders.map(({ path }) => path);
  const chosen = chooseTools(list.tools, request, { goVersion, folder: folders.join(', ') });
  const planned = found.flatMap((each, index): PlannedTool[] => {
    const tool = list.tools[index];
    if (tool === undefined || !chosen.includes(tool)) return [];
    const how = buildSettings(each.program.settings, system);
    const revision = tool.vcs?.revision;
    const masked = (settings: readonly string[]) => settings.map((text) => maskSecrets(text, revision));
    return [
      {
        found: each,
        how,
        step: { tool, obstacle: obstacleFailure(tool), kept: masked(how.kept), lost: masked(how.lost) },
      },
    ];
  });
  return { go, goVersion, planned, folders };
}

/** Checks the header. A script that starts a Go has none and is accepted, because the result is checked as well. */
async function mustBeNative(system: System, { path, version }: RunnableGo): Promise<void> {
  const header = await readExecutableHeader(path).catch(() => null);
  const [first] = header?.targets ?? [];
  if (!header || !first) return;
  // ELF files for Linux do not name their system.
  const isNative = header.targets.some(
    ({ os, arch }) => runsAs(system, { os: os ?? 'linux', arch }) === 'native',
  );
  const target = `${first.os ?? 'linux'}/${first.arch}`;
  if (!isNative) throw failure('tools.go-not-native', { version, target });
}
