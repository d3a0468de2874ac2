import { said } from '../said.ts';

/** Opening other programs of the desktop. */
export const desktopFailures = {
  /** `wanted`: the editor of the settings; null: any would do. */
  'desktop.no-editor': said<{ wanted: string | null }>('failed', {
    en: (p) =>
      p.wanted === null
        ? {
            message: 'No editor was found on this machine.',
            hint: 'Burrow looks for VS Code, GoLand, Cursor, VSCodium, Zed and Sublime Text: on PATH, and where they are usually installed.',
          }
        : {
            message: `${p.wanted}, the editor of your settings, was not found on this machine.`,
            hint: 'Choose another in Settings, or put its command on PATH.',
          },
    'zh-CN': (p) =>
      p.wanted === null
        ? {
            message: '在本机没有找到编辑器。',
            hint: 'Burrow 会在 PATH 和常见的安装位置查找 VS Code、GoLand、Cursor、VSCodium、Zed 和 Sublime Text。',
          }
        : {
            message: `在本机没有找到设置中选择的编辑器 ${p.wanted}。`,
            hint: '请在设置中选择其他编辑器，或将它的命令加入 PATH。',
          },
  }),
  'desktop.no-terminal': said('failed', {
    en: () => ({
      message: 'No terminal was found that can be opened from here.',
      hint: 'Burrow needs a desktop session and a terminal such as GNOME Terminal, Konsole, kitty or xterm on PATH.',
    }),
    'zh-CN': () => ({
      message: '没有找到可以从此处打开的终端。',
      hint: 'Burrow 需要桌面会话，以及 PATH 中的终端程序，例如 GNOME Terminal、Konsole、kitty 或 xterm。',
    }),
  }),
  'desktop.not-started': said<{ program: string; detail: string }>('failed', {
    en: (p) => ({
      message: `${p.program} could not be started: ${p.detail}`,
      hint: 'Try the same command in a terminal; it may say more.',
    }),
    'zh-CN': (p) => ({
      message: `无法启动 ${p.program}：${p.detail}`,
      hint: '请在终端中运行同一命令，或许能看到更多信息。',
    }),
  }),
};
