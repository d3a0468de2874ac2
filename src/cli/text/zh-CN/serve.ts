import type { Text } from '../text.ts';

export const serve: Text['serve'] = {
  help: {
    summary: '在浏览器中打开 Burrow，仅限本机',
    port: '监听此端口（默认选用空闲端口）',
    noOpen: '只显示地址，不打开浏览器',
  },
  at: (url) => `Burrow 地址：${url}`,
  stop: '仅限本机访问，该地址只能使用一次。按 Ctrl-C 停止。',
  opened: '如果浏览器提示无法读取文件（来自 Snap 或 Flatpak 的浏览器可能如此），请在其中打开上面的地址。',
  tokenUsedAgain:
    '有人在地址已被使用后再次打开它，已被拒绝。如果您自己未能打开 Burrow，说明其他人先打开了它：请按 Ctrl-C 停止。',
  otherUser: (uid) => `本机的另一个用户（用户 ID ${uid}）试图打开此 Burrow，已被拒绝。`,
  noElectron: {
    'no-screen': '没有可显示窗口的屏幕（未设置 DISPLAY 和 WAYLAND_DISPLAY），改在浏览器中打开 Burrow。',
    'no-runtime': '尚未下载 Electron 运行时，改在浏览器中打开 Burrow。',
  },
};
