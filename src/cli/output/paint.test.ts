import { afterAll, expect, it, vi } from 'vitest';

// Whether to colour is decided when the module is loaded, and another test may have loaded it.
vi.stubEnv('FORCE_COLOR', '1');
vi.stubEnv('NO_COLOR', undefined);
vi.resetModules();
const { forTerminal, paint, painted } = await import('./paint.ts');
const { cells } = await import('./table.ts');

afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it('keeps the colours that Burrow sets', () => {
  const lines = `${paint.strong('go1.26.1')}  ~/工具\tx\n${paint.bad(`no ${paint.faint('way')}`)}`;
  expect(forTerminal(lines)).toBe(
    '\u001b[1mgo1.26.1\u001b[22m  ~/工具\tx\n\u001b[31mno \u001b[2mway\u001b[22m\u001b[39m',
  );
});

it('a colour takes no cells of a table', () => {
  expect(cells(paint.strong('Layers'))).toBe(6);
});

it.each([
  ['~/a\u001b]0;title\u0007b', '~/a\uFFFD]0;title\uFFFDb'],
  ['~/a\u001b[2J\u001b[Hb\r', '~/a\uFFFD[2J\uFFFD[Hb\uFFFD'],
  ['\u009b31m', '\uFFFD31m'],
  ['\u001b[32mgood\u001b[8m', '\uFFFD[32mgood\uFFFD[8m'],
  ['og.\u202Etxt', 'og.\uFFFDtxt'],
])('%j cannot control the terminal, painted or not', (text, harmless) => {
  expect(forTerminal(text)).toBe(harmless);
  expect(forTerminal(paint.good(text))).toBe(`\u001b[32m${harmless}\u001b[39m`);
});

it('leaves file names to other programs as they are', () => {
  expect(painted(paint.good('a\u001b[2J'))).toBe('\u001b[32ma\u001b[2J\u001b[39m');
});
