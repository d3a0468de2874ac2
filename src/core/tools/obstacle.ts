import { failure, type FailureData } from '#contract/failure';
import type { Tool, ToolObstacle } from '#contract/tools';
import type { GoProgram } from '#core/binaries';

/** Module and package paths that Go allows (golang.org/x/mod/module, CheckImportPath), but no options. */
const importPath = /^[\w.~+][\w.~+-]*(?:\/[\w.~+-]+)*$/;
/** A tagged version or a pseudo-version. */
const version = /^v\d+\.\d+\.\d+[\w.+-]*$/;

/**
 * Why `go install package@version` cannot rebuild this program; null if it can. The build info is not trusted, so it
 * is checked before it becomes an argument.
 */
export function obstacleOf(
  { mainPackage, mainModule, modules }: Pick<GoProgram, 'mainPackage' | 'mainModule' | 'modules'>,
  isLink: boolean,
): ToolObstacle | null {
  if (isLink) return 'link';
  if (mainModule === null || mainModule.path === '') return 'no-module';
  if (mainModule.replacedBy !== null || modules.some((each) => each.replacedBy !== null)) return 'replaced';
  // A program from a module has its checksum; one built in a local folder has none, even if Go 1.24 or newer recorded
  // a version (https://go.dev/doc/go1.24#go-command).
  if (mainModule.sum === null) return 'local';
  const { path } = mainModule;
  const isInside = mainPackage === path || mainPackage.startsWith(`${path}/`);
  const isFit = isInside && importPath.test(mainPackage) && version.test(mainModule.version);
  return isFit && !mainPackage.split('/').includes('..') ? null : 'no-module';
}

/** The obstacle as a failure to show; null if there is none. */
export function obstacleFailure(
  tool: Pick<Tool, 'name' | 'module' | 'linkTo' | 'obstacle'>,
): FailureData | null {
  const { name, linkTo } = tool;
  const module = tool.module ?? '';
  switch (tool.obstacle) {
    case 'local':
      return dataOf(failure('tool.local', { name, module }));
    case 'replaced':
      return dataOf(failure('tool.replaced', { name, module }));
    case 'no-module':
      return dataOf(failure('tool.no-module', { name }));
    case 'link':
      return dataOf(failure('tool.link', { name, to: linkTo ?? '' }));
    default:
      return null;
  }
}

/** A failure as plain data. */
export function dataOf({ code, params }: FailureData): FailureData {
  return { code, params };
}
