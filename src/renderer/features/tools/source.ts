import type { Tool } from '#contract/tools';

/** The argument of `go install` for a tool: `golang.org/x/tools/gopls@v0.16.2`. */
export function sourceOf({ packagePath, version }: Pick<Tool, 'packagePath' | 'version'>): string {
  return version === null ? packagePath : `${packagePath}@${version}`;
}

/** The command that installs the same version of a tool. */
export function installCommand(tool: Pick<Tool, 'packagePath' | 'version'>): string {
  return `go install ${sourceOf(tool)}`;
}
