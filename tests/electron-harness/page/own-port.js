// Requests a port from the page as the UI does, and sends messages over it, so that a test sees the exact messages of the
// main process. They are those of oRPC's standard-server-peer: i is the id, t the type, p the payload.
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
          // Only a stream has a header.
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
