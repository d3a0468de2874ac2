/**
 * The module path that a go.mod declares (`module x`, `module "x"`, or in a block); null if it declares none. Like
 * golang.org/x/mod/modfile.ModulePath, it ignores the rest of the file.
 */
export function modulePath(goMod: string): string | null {
  const text = goMod.replace(/\/\/[^\n]*/g, '');
  // Blanks of one line only: those of empty lines would be tried again from each of these lines.
  const declared =
    /^[^\S\n\r\u2028\u2029]*module(?:\s*\(\s*|\s+|(?=["`]))(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`()]+))/m;
  const [, quoted, raw, bare] = declared.exec(text) ?? [];
  return quoted ?? raw ?? bare ?? null;
}
