import { failure, type FailureData } from '#contract/failure';
import type { Tool, ToolObstacle } from '#contract/tools';
import type { GoProgram } from '#core/binaries';

/** Module paths and package paths as Go allows them (golang.org/x/mod/module, CheckImportPath), and no option. */
const importPath = /^[\w.~+][\w.~+-]*(?:\/[\w.~+-]+)*$/;
/** A version as Go writes it, tagged or made from a commit. */
const version = /^v\d+\.\d+\.\d+[\w.+-]*$/;

/**
 * Why `go install package@version` cannot make this program again; null when nothing speaks against it. What the
 * program says is nobody's promise: it is checked before it becomes an argument.
 */
export function obstacleOf(
  { mainPackage, mainModule, modules }: Pick<GoProgram, 'mainPackage' | 'mainModule' | 'modules'>,
  isLink: boolean,
): ToolObstacle | null {
  if (isLink) return 'link';
  if (mainModule === null || mainModule.path === '') return 'no-module';
  if (mainModule.replacedBy !== null || modules.some((each) => each.replacedBy !== null)) return 'replaced';
  // What comes from a module has its checksum; what is built in a folder has none, even where Go 1.24 and newer
  // stamp a version on it (https://go.dev/doc/go1.24#go-command).
  if (mainModule.sum === null) return 'local';
  const { path } = mainModule;
  const isInside = mainPackage === path || mainPackage.startsWith(`${path}/`);
  const isFit = isInside && importPath.test(mainPackage) && version.test(mainModule.version);
  return isFit && !mainPackage.split('/').includes('..') ? null : 'no-module';
}

/** The same as a failure, for people; null where there is none. */
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

/** A failure as a value among others. */
export function dataOf({ code, params }: FailureData): FailureData {
  return { code, params };
}
