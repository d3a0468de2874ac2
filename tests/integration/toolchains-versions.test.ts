import { execa } from 'execa';
import * as fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compareVersions, minorOf, parseVersion } from '#core/toolchains';

// Reads pairs of versions, one tab-separated pair per line, and prints what Go's go/version says about each.
const program = `package main

import (
	"bufio"
	"fmt"
	"go/version"
	"os"
	"strings"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		a, b, _ := strings.Cut(lines.Text(), "\\t")
		fmt.Printf("%d\\t%t\\t%s\\n", version.Compare(a, b), version.IsValid(a), version.Lang(a))
	}
}
`;

const digits = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map(String),
  fc.constantFrom('01', '00', '21', '20', '99999999999999999999', ''),
);
const versionLike = fc
  .array(fc.oneof(digits, fc.constantFrom('.', '.', '.', 'rc', 'beta', 'alpha', 'RC', '-custom', '-', 'x')), {
    maxLength: 8,
  })
  .map((pieces) => `go${pieces.join('')}`);
const wellFormed = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 30 }),
    digits,
    fc.constantFrom('.', 'rc', 'beta'),
  )
  .map(([major, minor, last, kind]) => `go${major}.${minor}${last === '' ? '' : kind + last}`);
const version = fc.oneof(wellFormed, versionLike);

it('parses and orders versions exactly as the real Go does', async (ctx) => {
  const go = await execa('go', ['version'], { reject: false });
  if (go.exitCode !== 0) ctx.skip('no Go in PATH to compare with');
  const folder = await mkdtemp(join(tmpdir(), 'burrow-versions-'));
  try {
    await writeFile(join(folder, 'main.go'), program);
    const pairs = fc.sample(fc.tuple(version, version), 20_000);
    const input = pairs.map((pair) => pair.join('\t')).join('\n');
    const { stdout } = await execa('go', ['run', 'main.go'], { cwd: folder, input });
    const answers = stdout.split('\n').map((line) => line.split('\t'));
    expect(answers).toHaveLength(pairs.length);
    for (const [i, [a, b]] of pairs.entries()) {
      const [compared, valid, language] = answers[i] ?? [];
      expect(Math.sign(compareVersions(a, b)), `${a} against ${b}`).toBe(Number(compared));
      // Suffixes that could leave a folder are refused here, but not by Go, which never makes folders of them.
      if (!a.includes('-')) expect(String(parseVersion(a) !== null), a).toBe(valid);
      if (valid === 'true') expect(minorOf(a), a).toBe(language);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
