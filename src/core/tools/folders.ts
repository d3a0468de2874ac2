import { stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { ToolList } from '#contract/tools';
import type { System } from '#core/system';
import { goSetting } from '#core/toolchains';

type ToolFolder = ToolList['folders'][number];

/**
 * The folders into which `go install` puts programs, and `go get` did: $GOBIN, else the `bin` of every folder in
 * $GOPATH, else ~/go/bin (https://pkg.go.dev/cmd/go#hdr-Compile_and_install_packages_and_dependencies). The variables
 * have the values of `go env`. Relative paths are ignored, because Go refuses them. Failures: file.no-permission (of
 * a go.env).
 */
export async function toolFolders(system: Pick<System, 'env' | 'home' | 'os'>): Promise<ToolFolder[]> {
  const gobin = await goSetting(system, 'GOBIN');
  if (gobin !== null && isAbsolute(gobin)) return [await folder(gobin, 'GOBIN')];
  const gopath = ((await goSetting(system, 'GOPATH')) ?? '').split(delimiter).filter(isAbsolute);
  if (gopath.length === 0) return [await folder(join(system.home, 'go', 'bin'), 'default')];
  const bins = new Set(gopath.map((path) => join(path, 'bin')));
  return Promise.all([...bins].map((bin) => folder(bin, 'GOPATH')));
}

async function folder(path: string, because: ToolFolder['because']): Promise<ToolFolder> {
  const found = await stat(path).catch(() => null);
  return { path, because, exists: found?.isDirectory() ?? false };
}
