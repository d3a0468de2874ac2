import { execa } from 'execa';
import type { RunFacts } from '#contract/binaries';

/** What `readelf` says of a program for an operating system. */
export async function readelfFacts(program: string, os = 'linux'): Promise<Partial<RunFacts>> {
  const { stdout } = await execa('readelf', ['-W', '-d', '-V', '-l', '-h', program], {
    env: { LC_ALL: 'C' },
  });
  const all = (pattern: RegExp) => Array.from(stdout.matchAll(pattern), (match) => match[1] ?? '');
  const [loader] = all(/Requesting program interpreter: (.*)\]/g);
  const libraries = all(/\(NEEDED\) +Shared library: \[(.*)\]/g);
  const versions = all(/Name: GLIBC_(\d[\d.]*)/g);
  const highest = versions.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  const protects = /^ +GNU_RELRO /m.test(stdout);
  return {
    linking: loader === undefined && libraries.length === 0 ? 'static' : 'dynamic',
    libraries,
    glibc: highest ?? null,
    musl: os === 'linux' ? (loader?.includes('ld-musl') ?? !libraries.includes('libc.so.6')) : null,
    // A library is loaded anywhere too, but it is no program.
    pie: /Type: +DYN/.test(stdout) ? loader !== undefined || /Flags:.* PIE/.test(stdout) || null : false,
    relro: protects ? (/BIND_NOW|Flags:.* NOW/.test(stdout) ? 'full' : 'partial') : 'none',
    executableStack: /^ +GNU_STACK /m.test(stdout) ? /^ +GNU_STACK .* RWE /m.test(stdout) : null,
    signed: null,
  };
}
