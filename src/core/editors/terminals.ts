import type { System } from '#core/system';

/** A command that opens a terminal, which is started in the folder. */
export interface Terminal {
  file: string;
  args: string[];
}

/** By command, the arguments besides the folder that it is started in. Some hand over to a process that runs elsewhere. */
const ofLinux: readonly [name: string, args: (folder: string) => string[]][] = [
  ['gnome-terminal', (folder) => [`--working-directory=${folder}`]],
  ['ptyxis', (folder) => ['--new-window', `--working-directory=${folder}`]],
  ['konsole', (folder) => ['--workdir', folder]],
  ['xfce4-terminal', (folder) => [`--working-directory=${folder}`]],
  ['ghostty', (folder) => [`--working-directory=${folder}`]],
  ['kitty', (folder) => ['--directory', folder]],
  ['alacritty', (folder) => ['--working-directory', folder]],
  ['wezterm', (folder) => ['start', '--cwd', folder]],
  ['foot', (folder) => [`--working-directory=${folder}`]],
  ['x-terminal-emulator', () => []],
  ['xterm', () => []],
];

/**
 * The commands that may open a terminal in an absolute folder, the first that exists is taken. Empty without a screen.
 * Windows Terminal takes a `;` in an argument as the end of a command, so it gets no path. Pure.
 */
export function terminalsFor({ os, env }: Pick<System, 'os' | 'env'>, folder: string): Terminal[] {
  if (os === 'darwin') return [{ file: '/usr/bin/open', args: ['-a', 'Terminal', folder] }];
  if (os === 'windows') {
    return [
      { file: 'wt.exe', args: ['-d', '.'] },
      { file: 'powershell.exe', args: [] },
    ];
  }
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return [];
  return ofLinux.map(([file, args]) => ({ file, args: args(folder) }));
}
