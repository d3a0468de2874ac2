/**
 * What a hostile page tries, as the body of an async function that returns what it gained, or null. `host` is the
 * address of Burrow (http://127.0.0.1:PORT); the functions below are at hand.
 */
export type PageAttack = readonly [name: string, body: string];

const atHand = `
  const api = host.replace('http', 'ws') + '/rpc';
  const pause = (ms) => new Promise((passed) => setTimeout(passed, ms));
  const within = (promise) => Promise.race([promise, pause(limitMs).then(() => null)]);
  const loads = (tag, attributes) => within(new Promise((done) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.onload = element.onloadeddata = () => done(tag + ' loaded');
    element.onerror = () => done(null);
    document.body.append(element);
  }));
  const opens = (protocols, url = api) => within(new Promise((done) => {
    const socket = new WebSocket(url, protocols);
    socket.onopen = () => done('a socket');
    socket.onclose = () => done(null);
  }));
  const reads = (path, options) => within(fetch(host + path, options).then(
    async (answer) => (answer.ok ? 'read ' + (await answer.text()).slice(0, 40) : null),
    () => null,
  ));
  const frame = async (attributes) => {
    const element = Object.assign(document.createElement('iframe'), attributes);
    document.body.append(element);
    await within(new Promise((done) => (element.onload = done)));
    return element;
  };
  const seen = (frame) => {
    try {
      return frame.contentDocument?.body.textContent.includes('Burrow') ? 'the page in a frame' : null;
    } catch {
      return null;
    }
  };
`;

/**
 * The script that runs one of them in a page, for `page.evaluate`. `limitMs`: when what does not happen counts as
 * refused; longer for what should happen.
 */
export function attackScript(body: string, host: string, limitMs = 3000): string {
  return `(async (host, limitMs) => { ${atHand} try { return await (async () => { ${body} })(); } catch { return null; } })(${JSON.stringify(host)}, ${limitMs})`;
}

/** What works in a page of Burrow's own: it shows that the ways of attacking work at all. */
export const ownPageAttacks: readonly PageAttack[] = [
  ['opens a socket', `return opens(['burrow', 'burrow.secret.' + localStorage.getItem('burrow.session')])`],
  ['reads the app', `return reads('/')`],
  ['loads an image', `return loads('img', { src: host + '/picture.svg' })`],
  ['loads a style sheet', `return loads('link', { rel: 'stylesheet', href: host + '/style.css' })`],
  ['imports a module', `return import(host + '/script.js').then(() => 'imported')`],
  ['reads its storage', `return localStorage.getItem('burrow.session')`],
];

export const pageAttacks: readonly PageAttack[] = [
  ['a socket', `return opens([])`],
  ['a socket with the protocol', `return opens(['burrow'])`],
  ['a socket with a guess', `return opens(['burrow', 'burrow.secret.' + 'A'.repeat(43)])`],
  ['a socket to localhost', `return opens(['burrow'], api.replace('127.0.0.1', 'localhost'))`],
  [
    'a socket of a worker',
    `
    const code = \`new WebSocket('\${api}', ['burrow']).onopen = () => postMessage('a socket')\`;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    return within(new Promise((done) => (worker.onmessage = ({ data }) => done(data))))`,
  ],
  [
    'many sockets at once',
    `
    const all = await Promise.all(Array.from({ length: 50 }, () => opens(['burrow'])));
    return all.find((one) => one !== null) ?? null`,
  ],
  ['fetch of the app', `return reads('/')`],
  ['fetch with cookies', `return reads('/', { credentials: 'include' })`],
  [
    'fetch that may not be read',
    `
    const answer = await within(fetch(host + '/', { mode: 'no-cors', credentials: 'include' }).catch(() => null));
    return answer && answer.type !== 'opaque' ? answer.type : null`,
  ],
  ['fetch of the session check', `return reads('/session', { credentials: 'include' })`],
  [
    'fetch with a guessed secret',
    `return reads('/session', { headers: { 'burrow-secret': 'x' }, credentials: 'include' })`,
  ],
  ['fetch by POST', `return reads('/rpc', { method: 'POST', body: '{}', credentials: 'include' })`],
  ['fetch by PUT', `return reads('/', { method: 'PUT', body: '{}', credentials: 'include' })`],
  ['fetch that is kept alive', `return reads('/', { keepalive: true, credentials: 'include' })`],
  ['fetch from the cache', `return reads('/', { cache: 'only-if-cached', mode: 'same-origin' })`],
  ['fetch with a token', `return reads('/?token=guess', { credentials: 'include' })`],
  [
    'fetch with a forged site',
    `return reads('/', { headers: { 'Sec-Fetch-Site': 'same-origin' }, credentials: 'include' })`,
  ],
  [
    'an old request',
    `return within(new Promise((done) => {
    const request = new XMLHttpRequest();
    request.withCredentials = true;
    request.onload = () => done('read ' + request.responseText);
    request.onerror = () => done(null);
    request.open('GET', host + '/');
    request.send();
  }))`,
  ],
  [
    'a stream of events',
    `return within(new Promise((done) => {
    const events = new EventSource(host + '/', { withCredentials: true });
    events.onopen = () => done('events');
    events.onerror = () => done(null);
  }))`,
  ],
  ['an image', `return loads('img', { src: host + '/picture.svg' })`],
  [
    'an image with cookies',
    `return loads('img', { src: host + '/picture.svg', crossOrigin: 'use-credentials' })`,
  ],
  ['a script', `return loads('script', { src: host + '/script.js' })`],
  ['a module', `return loads('script', { src: host + '/script.js', type: 'module' })`],
  ['an import', `return import(host + '/script.js').then(() => 'imported')`],
  ['a style sheet', `return loads('link', { rel: 'stylesheet', href: host + '/style.css' })`],
  ['a font', `return new FontFace('x', 'url(' + host + '/font.woff2)').load().then(() => 'a font')`],
  ['a video', `return loads('video', { src: host + '/picture.svg' })`],
  ['an object', `return loads('object', { data: host + '/' })`],
  [
    'a picture drawn on a canvas',
    `
    const image = new Image();
    image.src = host + '/picture.svg';
    await within(image.decode());
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, 1, 1) && 'pixels'`,
  ],
  [
    'a worker',
    `
    const worker = new Worker(host + '/script.js');
    return within(new Promise((done) => {
      worker.onmessage = () => done('a worker');
      worker.onerror = () => done(null);
    }))`,
  ],
  [
    'a worklet',
    `
    const context = new OfflineAudioContext(1, 1, 44100);
    return context.audioWorklet.addModule(host + '/script.js').then(() => 'a worklet')`,
  ],
  [
    'a service worker',
    `return navigator.serviceWorker.register(host + '/script.js').then(() => 'registered')`,
  ],
  ['a frame', `return seen(await frame({ src: host + '/' }))`],
  ['a frame without cookies', `return seen(await frame({ src: host + '/', credentialless: true }))`],
  [
    'a frame in a sandbox',
    `return seen(await frame({ src: host + '/', sandbox: 'allow-scripts allow-same-origin' }))`,
  ],
  [
    'a frame of a refusal, to click on',
    `
    const { contentWindow } = await frame({ src: host + '/missing.js' });
    contentWindow.postMessage('x', '*');
    return contentWindow.location.href.startsWith(host) ? 'a frame' : null`,
  ],
  [
    'its frames counted',
    `return (await frame({ src: host + '/' })).contentWindow.length > 0 ? 'frames' : null`,
  ],
  [
    'the storage of a frame',
    `return (await frame({ src: host + '/' })).contentWindow.localStorage.getItem('burrow.session')`,
  ],
  [
    'a socket of an opaque frame',
    `
    window.addEventListener('message', ({ data }) => (window.gained = data));
    const code = \`new WebSocket('\${api}', ['burrow']).onopen = () => parent.postMessage('a socket', '*')\`;
    await frame({ srcdoc: '<script>' + code + '<' + '/script>', sandbox: 'allow-scripts' });
    await pause(500);
    return window.gained ?? null`,
  ],
  [
    'fetch by an opaque frame',
    `
    window.addEventListener('message', ({ data }) => (window.gained = data));
    const code = \`fetch('\${host}/', { credentials: 'include' }).then(() => parent.postMessage('read', '*'))\`;
    await frame({ srcdoc: '<script>' + code + '<' + '/script>', sandbox: 'allow-scripts' });
    await pause(500);
    return window.gained ?? null`,
  ],
  [
    'a window',
    `
    const opened = window.open(host + '/');
    await pause(700);
    try {
      return opened.document.title;
    } catch {
      return opened.closed ? null : opened.length > 0 ? 'its frames' : null;
    } finally {
      opened.close();
    }`,
  ],
  [
    'a window that is written to',
    `
    const opened = window.open(host + '/');
    await pause(700);
    opened.location = 'javascript:alert(1)';
    return opened.document ? 'its document' : null`,
  ],
  [
    'a window’s name',
    `
    const opened = window.open(host + '/', 'known');
    await pause(700);
    opened.location = 'about:blank';
    await pause(300);
    return opened.name === 'known' && opened.document.body.textContent ? 'its text' : null`,
  ],
  [
    'a form',
    `
    const target = await frame({ name: 'target' });
    const form = Object.assign(document.createElement('form'), { action: host + '/rpc', method: 'post', target: 'target' });
    document.body.append(form);
    form.submit();
    await pause(500);
    return seen(target)`,
  ],
  [
    'a form that guesses the token',
    `
    const target = await frame({ name: 'target' });
    const form = Object.assign(document.createElement('form'), { action: host + '/', target: 'target' });
    form.append(Object.assign(document.createElement('input'), { name: 'token', value: 'guess' }));
    document.body.append(form);
    form.submit();
    await pause(500);
    return seen(target)`,
  ],
  [
    'a link that is fetched ahead',
    `return loads('link', { rel: 'prefetch', href: host + '/', as: 'document' })`,
  ],
  [
    'a module that is fetched ahead',
    `return loads('link', { rel: 'modulepreload', href: host + '/script.js' })`,
  ],
  [
    'a page that is painted ahead',
    `
    const rules = { prerender: [{ urls: [host + '/'] }], prefetch: [{ urls: [host + '/'] }] };
    const script = Object.assign(document.createElement('script'), { type: 'speculationrules' });
    script.textContent = JSON.stringify(rules);
    document.head.append(script);
    await pause(500);
    return performance.getEntriesByName(host + '/').some(({ responseStatus }) => responseStatus === 200) ? 'painted' : null`,
  ],
  [
    'sizes and times',
    `
    await within(fetch(host + '/', { mode: 'no-cors', credentials: 'include' }).catch(() => null));
    const [entry] = performance.getEntriesByName(host + '/');
    return entry && (entry.transferSize > 0 || entry.responseStatus > 0) ? 'its size' : null`,
  ],
  ['the cookie', `return document.cookie.includes('burrow') ? document.cookie : null`],
  [
    'the cookie store',
    `return (await cookieStore.getAll()).some(({ name }) => name.startsWith('burrow')) ? 'a cookie' : null`,
  ],
  ['the storage of this origin', `return localStorage.getItem('burrow.session')`],
  [
    'the databases and caches',
    `return (await caches.keys()).concat((await indexedDB.databases()).map(({ name }) => name))[0] ?? null`,
  ],
  [
    'a channel',
    `
    const channel = new BroadcastChannel('burrow');
    return within(new Promise((done) => (channel.onmessage = () => done('a message'))).catch(() => null))`,
  ],
  [
    'a shared worker',
    `
    const { port } = new SharedWorker(host + '/script.js');
    return within(new Promise((done) => (port.onmessage = () => done('a worker'))))`,
  ],
  [
    'the domain',
    `
    document.domain = '127.0.0.1';
    return seen(await frame({ src: host + '/' }))`,
  ],
];
