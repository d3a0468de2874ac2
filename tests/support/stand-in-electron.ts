import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256, zipOf } from './archive-writers.ts';
import type { ReleaseServer } from './release-server.ts';

const modules = join(import.meta.dirname, '../../node_modules');
const version = '99.1.0';

/** An electron package with the real installer, whose runtime and checksums are stand-ins. */
export interface StandInElectron {
  /** The folder of the package. */
  folder: string;
  /** Path and query of the runtime on the mirror. */
  path: string;
  /** The runtime's archive. */
  archive: Buffer;
}

/**
 * Makes the package in `node_modules` and offers its runtime on the mirror `<server>/electron/`. `program`: what the
 * runtime runs, a script.
 */
export async function standInElectron(
  nodeModules: string,
  server: ReleaseServer,
  { platform, program }: { platform: 'darwin' | 'linux'; program: string },
): Promise<StandInElectron> {
  const folder = join(nodeModules, 'electron');
  const name = `electron-v${version}-${platform}-arm64.zip`;
  const archive = zipOf(platform === 'darwin' ? macFiles(program) : linuxFiles(program));
  await mkdir(folder, { recursive: true });
  for (const scope of ['@electron', '@electron-internal']) {
    await symlink(join(modules, scope), join(nodeModules, scope));
  }
  await copyFile(join(modules, 'electron/install.js'), join(folder, 'install.js'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'electron', version }));
  await writeFile(join(folder, 'checksums.json'), JSON.stringify({ [name]: sha256(archive) }));
  const path = `/electron/v${version}/${name}`;
  server.offerFile(path, archive);
  return { folder, path, archive };
}

function linuxFiles(program: string) {
  return [
    { name: 'version', content: Buffer.from(version) },
    { name: 'electron', content: Buffer.from(program), mode: 0o755 },
    { name: 'resources/default_app.asar', content: randomBytes(400_000) },
  ];
}

/** The real one has frameworks, which are folders full of links. */
function macFiles(program: string) {
  const framework = 'Electron.app/Contents/Frameworks/Electron Framework.framework';
  return [
    { name: 'version', content: Buffer.from(version) },
    { name: 'Electron.app/Contents/MacOS/Electron', content: Buffer.from(program), mode: 0o755 },
    {
      name: `${framework}/Versions/A/Electron Framework`,
      content: randomBytes(400_000),
      mode: 0o755,
    },
    link(`${framework}/Versions/Current`, 'A'),
    link(`${framework}/Electron Framework`, 'Versions/Current/Electron Framework'),
  ];
}

function link(name: string, linkTo: string) {
  return { name, linkTo, content: Buffer.alloc(0) };
}
