// Asks, from the page itself, for a port of its own as the UI does, and speaks over it, so that a test sees what the
// main process says word for word. Messages are those of oRPC's standard-server-peer: i id, t type, p payload.
globalThis.testOpen = async () => {
  const port = await new Promise((opened) => {
    window.addEventListener('message', function take(event) {
      if (event.data !== 'burrow:port' || event.ports.length === 0) return;
      window.removeEventListener('message', take);
      opened(event.ports[0]);
    });
    window.burrow.connect();
  });
  port.start();
  let calls = 0;

  globalThis.testCall = (path, input, cancelAfter) => {
    const id = String(++calls);
    const heard = { status: 200, body: undefined, events: [] };
    return new Promise((done) => {
      port.addEventListener('message', ({ data }) => {
        const { i, t, p } = JSON.parse(data);
        if (i !== id) return;
        if (t === undefined) {
          heard.status = p.s ?? 200;
          heard.body = p.b?.json;
          // A header announces a stream.
          if (!p.h) done(heard);
          return;
        }
        heard.events.push({ event: p.e, data: p.d?.json });
        if (p.e !== 'message') done(heard);
        if (heard.events.length === cancelAfter) {
          port.postMessage(JSON.stringify({ i: id, t: 4 }));
          setTimeout(() => done(heard), 500);
        }
      });
      port.postMessage(JSON.stringify({ i: id, p: { u: `/${path}`, b: { json: input } } }));
    });
  };
};
