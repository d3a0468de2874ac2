export const serve = {
  help: {
    summary: 'open Burrow in the browser, on this machine only',
    port: 'listen on this port (default: a free one)',
    noOpen: 'print the address without opening it',
  },
  at: (url: string) => `Burrow is at ${url}`,
  stop: 'Only this machine can open it, and the address works once. Press Ctrl-C to stop.',
  opened:
    'If the browser says that it cannot read a file (those from Snap or Flatpak may not), open the address above in it.',
  tokenUsedAgain:
    'Someone opened the address after it had been used, and was refused. If you could not open Burrow yourself, someone else did before you: press Ctrl-C to stop it.',
  otherUser: (uid: number) =>
    `Another user of this machine (user ID ${uid}) tried to open this Burrow, and was refused.`,
  noElectron: {
    'no-screen':
      'There is no screen for a window (neither DISPLAY nor WAYLAND_DISPLAY is set), so Burrow opens in the browser.',
    'no-runtime': "Electron's runtime has not been downloaded, so Burrow opens in the browser.",
  },
};
