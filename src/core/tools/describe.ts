import { betterOn, runsAs } from '#contract/runs-as';
import type { Tool } from '#contract/tools';
import { type GoProgram, maskSettings } from '#core/binaries';
import type { System } from '#core/system';
import { compareVersions, parseVersion } from '#core/toolchains';
import { obstacleOf } from './obstacle.ts';

/** The facts about a tool's file, except its content. */
export interface ToolFile {
  name: string;
  path: string;
  /** The target, if it is a link. */
  linkTo: string | null;
  modifiedAt: Date;
}

/** Describes a tool in the form of the contract, without the support of its Go. Pure. */
export function describeTool(
  system: Pick<System, 'os' | 'arch'>,
  { name, path, linkTo, modifiedAt }: ToolFile,
  program: GoProgram,
  goVersion: string | null,
): Omit<Tool, 'supported' | 'endOfLife'> {
  const { mainPackage, mainModule, bytes } = program;
  const target = bestTarget(system, program.targets);
  const obstacle = obstacleOf(program, linkTo !== null);
  return {
    name,
    path,
    linkTo,
    packagePath: mainPackage,
    module: mainModule?.path ?? null,
    version: mainModule?.version ?? null,
    goVersion: program.goVersion,
    ...target,
    settings: maskSettings(program.settings),
    vcs: vcsOf(program.settings),
    bytes,
    modifiedAt: modifiedAt.toISOString(),
    outdated: isOlder(program.goVersion, goVersion),
    obstacle,
    needsRebuild: obstacle === null && shouldRebuild({ ...program, ...target }, goVersion),
  };
}

/** Whether a program was built with an older Go; false if one of the two is not a release (`devel …`). Pure. */
export function isOlder(builtWith: string, goVersion: string | null): boolean {
  const [before, now] = [releaseOf(builtWith), releaseOf(goVersion ?? '')];
  return before !== null && now !== null && compareVersions(before, now) < 0;
}

/** Whether a tool should be built again with this Go: it was built with an older one, or is translated or foreign here. Pure. */
export function shouldRebuild(
  { goVersion: builtWith, runsAs: how }: Pick<Tool, 'goVersion' | 'runsAs'>,
  goVersion: string | null,
): boolean {
  return how !== 'native' || isOlder(builtWith, goVersion);
}

/** The release in a Go version: `go1.26.1` for `go1.26.1 X:loopvar`; null if it is not a release. */
export function releaseOf(goVersion: string): string | null {
  return parseVersion(goVersion.split(' ')[0] ?? '');
}

/** The target of a universal program that runs best here. */
function bestTarget(
  system: Pick<System, 'os' | 'arch'>,
  targets: GoProgram['targets'],
): Pick<Tool, 'os' | 'arch' | 'runsAs'> {
  const [best = { os: '', arch: '' }] = targets.toSorted(betterOn(system));
  return { ...best, runsAs: runsAs(system, best) };
}

function vcsOf(settings: GoProgram['settings']): Tool['vcs'] {
  const value = (key: string) => settings.find((setting) => setting.key === key)?.value ?? null;
  const system = value('vcs');
  if (system === null) return null;
  const modified = value('vcs.modified') === 'true';
  return { system, revision: value('vcs.revision'), time: value('vcs.time'), modified };
}
