import { contextBridge, ipcRenderer } from 'electron';

/** The window of the page. The DOM types belong to the renderer; nothing else of the page is used here. */
declare const window: {
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
};

// A MessagePort cannot pass through contextBridge, but it can in a message to the page. `*` is safe: the main process
// sends a port only after checking the frame.
ipcRenderer.on('burrow:port', (event) => window.postMessage('burrow:port', '*', event.ports));

// The only thing exposed to the page: asking for its port.
contextBridge.exposeInMainWorld('burrow', {
  connect: () => ipcRenderer.send('burrow:connect'),
});
