/**
 * The module path that a go.mod declares; null when it declares none. As in golang.org/x/mod/modfile.ModulePath,
 * which also reads only this and leaves the rest unread: `module x`, `module "x"`, or in a block.
 */
export function modulePath(goMod: string): string | null {
  const text = goMod.replace(/\/\/[^\n]*/g, '');
  const declared = /^\s*module(?:\s*\(\s*|\s+|(?=["`]))(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`()]+))/m;
  const [, quoted, raw, bare] = declared.exec(text) ?? [];
  return quoted ?? raw ?? bare ?? null;
}
