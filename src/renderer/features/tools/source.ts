import type { Tool } from '#contract/tools';

/** What `go install` takes to make a tool: `golang.org/x/tools/gopls@v0.16.2`. */
export function sourceOf({ packagePath, version }: Pick<Tool, 'packagePath' | 'version'>): string {
  return version === null ? packagePath : `${packagePath}@${version}`;
}

/** The command that installs this very version. */
export function installCommand(tool: Pick<Tool, 'packagePath' | 'version'>): string {
  return `go install ${sourceOf(tool)}`;
}

/** Whether a tool should be rebuilt, and can be. */
export function wantsRebuild({
  outdated,
  runsAs,
  obstacle,
}: Pick<Tool, 'outdated' | 'runsAs' | 'obstacle'>): boolean {
  return obstacle === null && (outdated || runsAs !== 'native');
}
