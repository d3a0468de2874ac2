import { contextBridge, ipcRenderer } from 'electron';

/** The window of the page. DOM types are left to the renderer: nothing else of the page is touched here. */
declare const window: {
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
};

// A MessagePort cannot pass through contextBridge; as a message to the page itself it can. `*` is safe: the main
// process sends a port only after it has checked the frame that asks.
ipcRenderer.on('burrow:port', (event) => window.postMessage('burrow:port', '*', event.ports));

// All that the page gets: a way to ask for its line to the main process.
contextBridge.exposeInMainWorld('burrow', {
  connect: () => ipcRenderer.send('burrow:connect'),
});
