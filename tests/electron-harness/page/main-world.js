// Runs before the page's scripts, in the page's world.

// Defines the functions that the preload script exposes.
window.addEventListener(
  'harness:expose',
  (event) => {
    const { name, functions } = JSON.parse(event.detail);
    const calling =
      (method) =>
      (...args) => {
        // A file does not pass as JSON: its name stands for it.
        const plain = args.map((arg) => (arg instanceof File ? { name: arg.name } : arg));
        let returned;
        const take = ({ detail }) => (returned = JSON.parse(detail).value);
        window.addEventListener('harness:return', take, { once: true });
        const called = JSON.stringify({ name, method, args: plain });
        window.dispatchEvent(new CustomEvent('harness:call', { detail: called }));
        return returned;
      };
    const value = Object.freeze(Object.fromEntries(functions.map((method) => [method, calling(method)])));
    Object.defineProperty(window, name, { value, enumerable: true });
  },
  { once: true },
);

// Electron asks the main process before it opens a window. Here no window opens at all: two debuggers are attached to this
// browser, and a new page could run before both are ready for it.
window.open = (url) => {
  const detail = new URL(url, document.baseURI).href;
  window.dispatchEvent(new CustomEvent('harness:open', { detail }));
  return null;
};
window.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[target="_blank"]');
  if (!link) return;
  event.preventDefault();
  window.open(link.href);
});
