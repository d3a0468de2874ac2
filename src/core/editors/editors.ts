import { join } from 'node:path';
import type { EditorName } from '#contract/editor-names';
import type { System } from '#core/system';

/** What to open: an absolute folder, and in it perhaps an absolute file at a line and column (from 1). */
export interface Place {
  folder: string;
  file?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
}

/** How an editor is found and started. */
interface Editor {
  /** Its command, as it is on PATH. */
  commands: readonly string[];
  /** The command inside its app, below /Applications or ~/Applications on a Mac. */
  macApp: string;
  /** Its program below %LOCALAPPDATA%\Programs or %ProgramFiles%. Not the `.cmd` on PATH, which a shell would read. */
  windows?: string;
  /** Its command where Linux installs it beside PATH, `~` for the home folder. */
  linux?: readonly string[];
  args(place: Place): string[];
}

/** `file:line:column`, without what is not known. */
function withPosition({ file, line, column }: Place): string[] {
  return file === undefined ? [] : [[file, line, column].filter((each) => each !== undefined).join(':')];
}

/** https://code.visualstudio.com/docs/configure/command-line */
const asCode = (place: Place): string[] => {
  const position = withPosition(place);
  return [place.folder, ...(position.length > 0 ? ['--goto', ...position] : [])];
};

/** https://www.jetbrains.com/help/go/opening-files-from-command-line.html */
const asGoland = ({ folder, file, line, column }: Place): string[] => {
  if (file === undefined) return [folder];
  const at = [
    line === undefined ? [] : ['--line', `${line}`],
    column === undefined ? [] : ['--column', `${column}`],
  ];
  return [folder, ...at.flat(), file];
};

export const editors: Readonly<Record<EditorName, Editor>> = {
  vscode: {
    commands: ['code'],
    macApp: 'Visual Studio Code.app/Contents/Resources/app/bin/code',
    windows: String.raw`Microsoft VS Code\Code.exe`,
    linux: ['/usr/share/code/bin/code', '/snap/bin/code'],
    args: asCode,
  },
  goland: {
    commands: ['goland', 'goland.sh'],
    macApp: 'GoLand.app/Contents/MacOS/goland',
    linux: ['~/.local/share/JetBrains/Toolbox/scripts/goland', '/snap/bin/goland'],
    args: asGoland,
  },
  cursor: {
    commands: ['cursor'],
    macApp: 'Cursor.app/Contents/Resources/app/bin/cursor',
    windows: String.raw`cursor\Cursor.exe`,
    args: asCode,
  },
  vscodium: {
    commands: ['codium'],
    macApp: 'VSCodium.app/Contents/Resources/app/bin/codium',
    windows: String.raw`VSCodium\VSCodium.exe`,
    linux: ['/usr/share/codium/bin/codium', '/snap/bin/codium'],
    args: asCode,
  },
  zed: {
    commands: ['zed', 'zeditor'],
    macApp: 'Zed.app/Contents/MacOS/cli',
    linux: ['~/.local/bin/zed'],
    args: (place) => [place.folder, ...withPosition(place)],
  },
  sublime: {
    commands: ['subl'],
    macApp: 'Sublime Text.app/Contents/SharedSupport/bin/subl',
    windows: String.raw`Sublime Text\subl.exe`,
    args: (place) => [place.folder, ...withPosition(place)],
  },
};

/** Where an editor may be besides PATH, in order. Pure. */
export function knownPlaces(
  name: EditorName,
  { os, env, home }: Pick<System, 'os' | 'env' | 'home'>,
): string[] {
  const { macApp, windows, linux = [] } = editors[name];
  if (os === 'darwin')
    return ['/Applications', join(home, 'Applications')].map((folder) => join(folder, macApp));
  if (os === 'linux') return linux.map((path) => path.replace(/^~/, home));
  const folders = [env['LOCALAPPDATA'] && `${env['LOCALAPPDATA']}\\Programs`, env['ProgramFiles']];
  return windows === undefined ? [] : folders.flatMap((folder) => (folder ? [`${folder}\\${windows}`] : []));
}
