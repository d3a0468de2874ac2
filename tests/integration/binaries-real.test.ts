import { afterAll, describe, expect, it } from 'vitest';
import type { Inspection } from '#contract/binaries';
import { inspectBinary } from '#core/binaries';
import { whyNoGo } from '#testing/go-programs';
import {
  bucketBytes,
  expectAgreesWithGoVersion,
  expectAgreesWithNm,
  expectConsistent,
} from '#testing/inspected';
import { onPath } from '#testing/on-path';
import { readelfFacts } from '#testing/readelf';
import { realProgram } from '#testing/real-programs';
import { stressed } from '#testing/stress';
import { type RealProgram, realPrograms } from '../fixtures/real-programs.ts';

/** In a normal run, one that has no build info and one whose function table is of an old format. */
const chosen = stressed(
  realPrograms.filter(
    ({ name, version, target }) =>
      /esbuild/.test(name) && /^0\.(8|27)\.0$/.test(version) && target === 'linux/amd64',
  ),
  realPrograms,
);
let read = 0;

describe.each(chosen)('$name $version $file', (real) => {
  it('is read', async (ctx) => {
    const missing = await whyNoGo();
    if (missing) ctx.skip(missing);
    const { registry, name, version, file, target, goVersion, has, compiler = 'gc' } = real;
    const program = await realProgram(ctx, registry, name, version, file);
    const inspection = await inspectBinary(program);
    expectConsistent(inspection);
    expect(inspection).toMatchObject({ target, compiler, packagesMissing: has === null ? 'no-table' : null });
    if (goVersion !== null || compiler !== 'gc') expect(inspection.goVersion).toBe(goVersion);
    else await expectAgreesWithGoVersion(program, inspection);
    const names = new Set(inspection.packages.map((p) => p.path));
    if (has !== null)
      expect(
        [...(compiler === 'gccgo' ? [] : ['main', 'runtime']), has].filter((path) => !names.has(path)),
      ).toEqual([]);
    if (compiler === 'gc') expectOwned(real, inspection);
    if (inspection.format === 'elf' && onPath('readelf') !== null) {
      expect(inspection.runs).toMatchObject(await readelfFacts(program, target.split('/')[0]));
    }
    if (compiler === 'gc' && hasSizes(inspection)) {
      await expectAgreesWithNm(program, inspection);
    }
    read++;
  });
});

/**
 * Only the symbols of ELF have the sizes of functions. On riscv64, the linker inserts jumps that have no table of stack
 * sizes, so the padding behind them counts.
 */
function hasSizes({ format, stripped, target }: Inspection): boolean {
  return format === 'elf' && !stripped && target !== 'linux/riscv64';
}

function expectOwned({ target, misses }: RealProgram, inspection: Inspection): void {
  const { mainModule, modules, standardLibrary, packages, owned, bytes } = inspection;
  // Of a program that is built from modules, each package has an owner.
  if (mainModule) {
    const inModules = [mainModule, standardLibrary, ...modules].reduce((sum, each) => sum + each.packages, 0);
    expect(inModules).toBe(packages.filter((p) => !p.path.startsWith('(')).length);
  }
  const code = packages.reduce((sum, p) => sum + p.codeBytes, 0);
  // The text of AIX also has the read-only data.
  expect(code / bucketBytes(inspection, 'code')).toBeGreaterThan(target === 'aix/ppc64' ? 0.75 : 0.94);
  // Debug information is by share where it is compressed.
  if (!/\/(amd64|arm64)$/.test(target) || bucketBytes(inspection, 'debug-info') > 0) return;
  const reached = owned.percent >= 95 && owned.byShare <= 0.1 * bytes;
  expect([owned, reached]).toEqual([owned, misses === undefined]);
}

afterAll(() => console.log(`stress: real programs: ${read} of ${chosen.length} read`));
