import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes an asdf into `root`: `asdf/shims/go` and `asdf/bin/asdf`, with these Go versions installed. It is a stand-in
 * that follows asdf's documentation, only for `asdf exec`: the nearest `.tool-versions` decides, `system` is the next
 * `go` on PATH outside its own shims, and for `go install` asdf's plugin starts that as a child and waits for it.
 */
export async function writeAsdf(root: string, versions: readonly string[] = []): Promise<void> {
  const shims = join(root, 'asdf/shims');
  const installs = join(root, 'asdf/installs/golang');
  const asdf = join(root, 'asdf/bin/asdf');
  await writeScript(join(shims, 'go'), `exec '${asdf}' exec go "$@"`);
  for (const version of versions) await writeGo(join(installs, version, 'go'), `go${version}`);
  await writeScript(
    asdf,
    `
shift 2
version='' dir=$PWD
while [ -z "$version" ]; do
  if [ -f "$dir/.tool-versions" ]; then
    while read -r tool said; do [ "$tool" != golang ] || version=$said; done <"$dir/.tool-versions"
  fi
  [ -n "$dir" ] || break
  dir=\${dir%/*}
done
if [ "$version" != system ]; then
  [ -n "$version" ] || { echo 'No version is set for command go' >&2; exit 126; }
  exec '${installs}'/"$version"/go/bin/go "$@"
fi
${nextOnPath(shims)}
[ "\${1-}" != install ] || { "$next" "$@"; exit; }
exec "$next" "$@"`,
  );
}

/**
 * Writes a goenv 2 into `root`: `goenv/shims/go` and `goenv/bin/goenv`. It is a stand-in that follows goenv's
 * documentation: without a `.go-version` it means `system`, the next `go` on PATH outside its own shims, whose folder
 * and `$GOROOT/bin` it puts first in PATH.
 */
export async function writeGoenv(root: string): Promise<void> {
  const shims = join(root, 'goenv/shims');
  const goenv = join(root, 'goenv/bin/goenv');
  await writeScript(join(shims, 'go'), `exec '${goenv}' exec go "$@"`);
  await writeScript(
    goenv,
    `
shift 2
export GOENV_VERSION=system
${nextOnPath(shims)}
export PATH="\${next%/*}:\${GOROOT-}/bin:$PATH"
exec "$next" "$@"`,
  );
}

/** Writes a Go into the folder `goroot`: a script that prints its version, and answers `go env GOVERSION GOROOT`. */
export async function writeGo(goroot: string, version: string): Promise<void> {
  await mkdir(goroot, { recursive: true });
  await writeFile(join(goroot, 'VERSION'), `${version}\ntime 2026-01-01T00:00:00Z\n`);
  const answer = `if [ "\${1-}" = env ]; then printf '%s\\n' ${version} '${goroot}'; else echo "${version} $*"; fi`;
  await writeScript(join(goroot, 'bin/go'), answer);
}

/** Sets `next` to the first `go` on PATH outside a folder; exits if there is none. */
function nextOnPath(shims: string): string {
  return `
IFS=:
for folder in $PATH; do
  next=$folder/go
  [ "$folder" = '${shims}' ] || [ ! -x "$next" ] || break
  next=''
done
unset IFS
[ -n "$next" ] || { echo 'go: command not found' >&2; exit 127; }`;
}

async function writeScript(file: string, lines: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${lines}\n`);
  await chmod(file, 0o755);
}
