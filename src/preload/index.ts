import { contextBridge, ipcRenderer, webUtils } from 'electron';

// The window of the page. The DOM types belong to the renderer; nothing else of the page is used here.
declare const window: {
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
};
declare const document: {
  documentElement: { toggleAttribute(name: string, there: boolean): void };
};

// A MessagePort cannot pass through contextBridge, but it can in a message to the page. `*` is safe: the main process
// sends a port only after checking the frame.
ipcRenderer.on('burrow:port', (event) => window.postMessage('burrow:port', '*', event.ports));

// Whether a Mac's window buttons stand on the page, for the style sheet.
ipcRenderer.on('burrow:window-buttons', (_event, there: boolean) =>
  document.documentElement.toggleAttribute('data-window-buttons', there),
);

// All that is exposed to the page: asking for its port, and for the path of a file that the user dropped on it.
contextBridge.exposeInMainWorld('burrow', {
  connect: () => ipcRenderer.send('burrow:connect'),
  pathOf: (file: Parameters<typeof webUtils.getPathForFile>[0]) => webUtils.getPathForFile(file),
});
