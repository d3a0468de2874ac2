import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain, type WebFrameMain } from 'electron';
import type { Api } from '#api';
import { appOrigin } from './addresses.ts';

/**
 * Hands every page of ours that asks a port to the API. When the page goes, the port closes, and its running calls
 * are aborted.
 */
export function handOutPorts(api: Api): void {
  const handler = new RPCHandler(api.router);
  ipcMain.on('burrow:connect', (event) => {
    const frame = event.senderFrame;
    if (!isOurPage(frame)) return;
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context: api.context });
    port1.start();
    frame.postMessage('burrow:port', null, [port2]);
  });
}

/** Whether a frame is a whole page of the app: no frame within one, and nothing from elsewhere. */
function isOurPage(frame: WebFrameMain | null): frame is WebFrameMain {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}
