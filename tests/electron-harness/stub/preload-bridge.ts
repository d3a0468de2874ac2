import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { MessagePortMain } from './ports.ts';

const world = 'preload';
const mainWorld = readPage('main-world.js');
const isolatedWorld = readPage('isolated-world.js');

function readPage(name: string): string {
  return readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8');
}

/** The frame that a message comes from, if it is not the page: its origin, and whether it is within another one. */
export interface Sender {
  origin: string;
  within: boolean;
}

/**
 * What the page sends: a message to the main process, data over a port, a request to open a window, or that a test
 * wants its process to have ended, and why.
 */
type FromPage =
  | { channel: string; args: unknown[]; from?: Sender }
  | { port: number; data: unknown }
  | { open: string }
  | { gone: string };

/** The page's side of Electron's messages, as seen by the main process. */
export interface PreloadBridge {
  /** Sends a port to the page whose message is being handled. */
  handOver(channel: string, port: MessagePortMain): void;
}

/**
 * Runs a preload bundle in an isolated world of the page at the start of every document, as Electron does, and connects
 * its messages and ports to the main process. Returns what sends the page a message of the main process.
 */
export async function bridgePreload(
  page: Page,
  preload: string,
  main: {
    /** The page sent a message. */
    sent(channel: string, bridge: PreloadBridge, from: Sender | undefined): void;
    /** The page asked for a window. */
    opens(url: string): void;
    /** The process of the page ended. */
    gone(reason: string): void;
  },
): Promise<(channel: string, args: unknown[]) => void> {
  const session = await page.context().newCDPSession(page);
  const ports = new Map<number, MessagePortMain>();
  let nextPort = 1;
  let context = 0;
  const tell = (what: object, contextId: number) => {
    const expression = `harnessReceive(${JSON.stringify(what)})`;
    // The page may disappear at any time; its ports are closed then.
    session.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  };

  session.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
    if (name === world) context = id;
  });
  session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const message = JSON.parse(payload) as FromPage;
    if ('port' in message) return ports.get(message.port)?.postMessage(message.data);
    if ('open' in message) return main.opens(message.open);
    if ('gone' in message) return main.gone(message.gone);
    const bridge: PreloadBridge = {
      handOver(channel, port) {
        const id = nextPort++;
        ports.set(id, port);
        tell({ channel, port: id }, executionContextId);
        port.on('message', ({ data }: { data: unknown }) => tell({ port: id, data }, executionContextId));
        port.start();
      },
    };
    main.sent(message.channel, bridge, message.from);
  });
  // The page is gone or was reloaded, and its ports with it.
  session.on('Runtime.executionContextsCleared', () => {
    for (const port of ports.values()) port.close();
    ports.clear();
  });

  await session.send('Runtime.enable');
  await session.send('Page.enable');
  await session.send('Runtime.addBinding', { name: 'harnessSend', executionContextName: world });
  const code = readFileSync(preload, 'utf8');
  const isolated = `${isolatedWorld}\n(function (require) {\n${code}\n})(harnessRequire);`;
  const add = 'Page.addScriptToEvaluateOnNewDocument';
  await session.send(add, { source: mainWorld });
  await session.send(add, { source: isolated, worldName: world });
  return (channel, args) => tell({ channel, args }, context);
}
