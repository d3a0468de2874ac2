import { isFailure } from '#contract/failure';
import { runsAs } from '#contract/runs-as';
import type { Tool, ToolList, ToolSummary } from '#contract/tools';
import type { System } from '#core/system';
import { resolveGo } from '#core/switching';
import { knownSupport } from '#core/toolchains';
import { describeTool, isOlder, releaseOf } from './describe.ts';
import { toolFolders } from './folders.ts';
import { obstacleOf } from './obstacle.ts';
import { type FoundTool, readToolFolder } from './read-folder.ts';

/**
 * Lists the Go programs in the folders of `go install`, and the other files there. Programs are read and never run.
 * Failures: file.no-permission (of the folder).
 */
export async function listTools(system: System): Promise<ToolList> {
  return (await readTools(system)).list;
}

/** Like `listTools`, but also returns what was read of each tool, in the same order. Failures: file.no-permission. */
export async function readTools(system: System): Promise<{ list: ToolList; found: FoundTool[] }> {
  const [{ folders, found, others }, goVersion, support] = await Promise.all([
    readAll(system),
    goAtHome(system),
    knownSupport(system),
  ]);
  const tools = found.map(({ file, program }): Tool => {
    const described = describeTool(system, file, program, goVersion);
    return { ...described, ...support(releaseOf(program.goVersion) ?? '') };
  });
  return { list: { folders, goVersion, tools, others }, found };
}

/** Counts the tools, and those that need a rebuild; fast enough for a hint. Failures: file.no-permission. */
export async function summarizeTools(system: System): Promise<ToolSummary> {
  const [{ found }, goVersion] = await Promise.all([readAll(system), goAtHome(system)]);
  const isNative = ({ program }: FoundTool): boolean =>
    program.targets.some((target) => runsAs(system, target) === 'native');
  return {
    goVersion,
    tools: found.length,
    outdated: found.filter(
      ({ program, file }) =>
        isOlder(program.goVersion, goVersion) && obstacleOf(program, file.linkTo !== null) === null,
    ).length,
    wrongProcessor: found.filter((each) => !isNative(each)).length,
  };
}

async function readAll(system: System) {
  const folders = await toolFolders(system);
  const read = await Promise.all(folders.map(({ path }) => readToolFolder(path)));
  return {
    folders,
    found: read.flatMap(({ tools }) => tools),
    others: read.flatMap(({ others }) => others),
  };
}

/**
 * The Go version that a rebuild uses: that of the home folder, without Go's own switching. null when none is set, or it
 * is not installed.
 */
async function goAtHome(system: System): Promise<string | null> {
  try {
    const { version, installed, instead } = await resolveGo(system, system.home);
    return instead ? instead.version : installed ? version : null;
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}
