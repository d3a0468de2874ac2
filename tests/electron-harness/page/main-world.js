// Runs before the page's own scripts, in the page's own world: makes the functions that the preload script exposes.
window.addEventListener(
  'harness:expose',
  (event) => {
    const { name, functions } = JSON.parse(event.detail);
    const calling =
      (method) =>
      (...args) => {
        const detail = JSON.stringify({ name, method, args });
        window.dispatchEvent(new CustomEvent('harness:call', { detail }));
      };
    const value = Object.freeze(Object.fromEntries(functions.map((method) => [method, calling(method)])));
    Object.defineProperty(window, name, { value, enumerable: true });
  },
  { once: true },
);
