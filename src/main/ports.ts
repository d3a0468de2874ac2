import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain, type MessagePortMain, type WebFrameMain } from 'electron';
import { type Api, isRequestMessage } from '#api';
import { appOrigin } from './addresses.ts';

/**
 * Gives every page of the app that asks for it a port to the API. When the page is closed, the port closes and its
 * running calls are aborted.
 */
export function handOutPorts(api: Api): void {
  const handler = new RPCHandler(api.router);
  ipcMain.on('burrow:connect', (event) => {
    const frame = event.senderFrame;
    if (!isOurPage(frame)) return;
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(requestsOf(port1), { context: api.context });
    port1.start();
    frame.postMessage('burrow:port', null, [port2]);
  });
}

/** The port without messages that are no requests: the first of them closes it. */
function requestsOf(port: MessagePortMain): Pick<MessagePortMain, 'postMessage' | 'on'> {
  const on = (type: 'message' | 'close', listener: (event: { data?: unknown }) => void): void => {
    if (type === 'close') port.on('close', () => listener({}));
    else {
      port.on('message', ({ data }: { data: unknown }) => {
        if (isRequestMessage(data)) listener({ data });
        else port.close();
      });
    }
  };
  return { postMessage: port.postMessage.bind(port), on } as unknown as ReturnType<typeof requestsOf>;
}

/** Whether a frame is a top-level page of the app. */
function isOurPage(frame: WebFrameMain | null): frame is WebFrameMain {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}
