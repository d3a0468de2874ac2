// Runs before the preload script, in its isolated world: the part of Electron that a sandboxed preload script may use.
// `harnessSend` is a binding to the main process.
{
  const listeners = new Map();
  const ports = new Map();
  const exposed = new Map();

  globalThis.harnessReceive = (message) => {
    if (message.channel === undefined) {
      ports.get(message.port)?.postMessage(message.data);
      return;
    }
    if (message.args !== undefined) {
      for (const listener of listeners.get(message.channel) ?? []) listener({ ports: [] }, ...message.args);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    ports.set(message.port, port1);
    port1.addEventListener('message', ({ data }) =>
      globalThis.harnessSend(JSON.stringify({ port: message.port, data })),
    );
    port1.start();
    for (const listener of listeners.get(message.channel) ?? []) listener({ ports: [port2] });
  };

  const ipcRenderer = {
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    send: (channel, ...args) => globalThis.harnessSend(JSON.stringify({ channel, args })),
  };
  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      exposed.set(name, api);
      const detail = JSON.stringify({ name, functions: Object.keys(api) });
      window.dispatchEvent(new CustomEvent('harness:expose', { detail }));
    },
  };
  // A test names a file by its path, encoded; the file of a script has none.
  const webUtils = { getPathForFile: ({ name }) => (name.includes('%2F') ? decodeURIComponent(name) : '') };
  window.addEventListener('harness:call', (event) => {
    const { name, method, args } = JSON.parse(event.detail);
    const value = exposed.get(name)?.[method]?.(...args);
    window.dispatchEvent(new CustomEvent('harness:return', { detail: JSON.stringify({ value }) }));
  });

  window.addEventListener('harness:open', (event) =>
    globalThis.harnessSend(JSON.stringify({ open: event.detail })),
  );

  window.addEventListener('harness:connect', (event) =>
    globalThis.harnessSend(JSON.stringify({ channel: 'burrow:connect', args: [], from: event.detail })),
  );

  window.addEventListener('harness:gone', (event) =>
    globalThis.harnessSend(JSON.stringify({ gone: event.detail })),
  );

  globalThis.harnessRequire = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer, webUtils };
    throw new Error(`module not found: ${name}`);
  };
}
