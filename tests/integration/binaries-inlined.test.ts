import { execa } from 'execa';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectBinary } from '#core/binaries';
import { buildGo, goEnv, goModule, whyNoGo } from '#testing/go-programs';
import { stressed } from '#testing/stress';

const made: string[] = [];
let missing: string | null = null;
let checker = '';
let module = '';

// Prints for each package how many bytes of its functions come from files of other packages, by the table of lines, which
// Go's debug/gosym reads. Burrow reads the tables of inlined calls. Packages whose functions have other files are left out.
const checkerProgram = `package main

import (
	"debug/elf"
	"debug/gosym"
	"encoding/json"
	"os"
	"path"
	"strings"
)

func main() {
	file, err := elf.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	data, _ := file.Section(".gopclntab").Data()
	text := file.Section(".text")
	table, err := gosym.NewTable(nil, gosym.NewLineTable(data, text.Addr))
	if err != nil {
		panic(err)
	}
	in := map[string]int{}
	linknamed := map[string]bool{}
	for _, f := range table.Funcs {
		own := f.PackageName()
		if own == "" || strings.HasPrefix(f.Name, "type:") || strings.HasPrefix(f.Name, "go:") {
			continue
		}
		home := path.Join(os.Args[3], "src", own)
		if own == "main" || strings.HasPrefix(own, "example.com/inlined/") {
			home = path.Join(os.Args[2], strings.TrimPrefix(own, "example.com/inlined/"))
			home = strings.TrimSuffix(home, "/main")
		}
		isHere := false
		others := 0
		for pc := f.Entry; pc < f.End; pc++ {
			file, line, _ := table.PCToLine(pc)
			if path.Dir(file) == home {
				isHere = true
			} else if line > 0 && path.IsAbs(file) {
				others++
			}
		}
		// A linkname gives a function the name of another package.
		if isHere {
			in[own] += others
		} else if others > 0 {
			linknamed[own] = true
		}
	}
	for own := range linknamed {
		delete(in, own)
	}
	json.NewEncoder(os.Stdout).Encode(in)
}
`;

beforeAll(async () => {
  missing = await whyNoGo();
  if (missing) return;
  const source = await goModule({
    'go.mod': 'module example.com/checker\n\ngo 1.17\n',
    'main.go': checkerProgram,
  });
  const program = await buildGo({ module: source, target: `linux/${goArch}` });
  checker = program;
  module = await goModule({
    'go.mod': 'module example.com/inlined\n\ngo 1.12\n',
    'main.go': `package main

import (
	"fmt"

	"example.com/inlined/small"
)

//go:noinline
func twice(n int) int { return small.Mixed(n) * small.Mixed(n+1) }

func main() {
	fmt.Println(twice(3))
}
`,
    'small/small.go': `package small

import "math/bits"

func Mixed(n int) int { return n*n + bits.OnesCount(uint(n)) + n<<3 }
`,
  });
  made.push(source, dirname(program), module);
});

const goArch = process.arch === 'arm64' ? 'arm64' : 'amd64';

afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

it.for(
  stressed(
    ['local'],
    [
      'local',
      'go1.12.17',
      'go1.15.15',
      'go1.16.15',
      'go1.17.13',
      'go1.18.10',
      'go1.20.14',
      'go1.24.9',
      'go1.27.0',
    ],
  ),
)(
  'finds the code that was inlined from other packages, in a stripped program of Go: %s',
  async (wanted, ctx) => {
    const version = wanted === 'local' ? undefined : wanted;
    const reason = missing ?? (await whyNoGo(version));
    if (reason) ctx.skip(reason);
    const args = ['-ldflags=-s -w'];
    // Its lines are looked up in the files of the module.
    const program = await buildGo({
      module,
      target: 'linux/amd64',
      args,
      anew: true,
      ...(version && { version }),
    });
    made.push(dirname(program));
    const { packages } = await inspectBinary(program);
    const { stdout: root } = await execa('go', ['env', 'GOROOT'], { env: await goEnv(version), cwd: module });
    const { stdout } = await execa(checker, [program, module, root]);
    const other = JSON.parse(stdout) as Record<string, number>;
    const inlined = new Map(packages.map((each) => [each.path, each.inlinedIn ?? 0]));
    // That tool counts the padding after a function with its last line.
    const different = Object.entries(other).filter(
      ([path, bytes]) => Math.abs((inlined.get(path) ?? 0) - bytes) > 10 + bytes / 100,
    );
    expect(different.map(([path, bytes]) => [path, inlined.get(path), bytes])).toEqual([]);
    expect(Object.keys(other).length).toBeGreaterThan(10);
    expect(other['main']).toBeGreaterThan(10);
    const total = (of: 'inlinedIn' | 'inlinedOut') =>
      packages.reduce((all, each) => all + (each[of] ?? 0), 0);
    expect(total('inlinedIn')).toBe(total('inlinedOut'));
    for (const each of packages) expect(each.inlinedIn ?? 0).toBeLessThanOrEqual(each.codeBytes);
  },
);

const sum = (list: readonly { codeBytes: number }[]) => list.reduce((all, each) => all + each.codeBytes, 0);

it('lists functions with their sizes, and the instances of generic ones as one', async (ctx) => {
  if (missing) ctx.skip(missing);
  const generic = await goModule({
    'go.mod': 'module example.com/generic\n\ngo 1.18\n',
    'main.go': `package main

//go:noinline
func largest[T int | string](list []T) T {
	var found T
	for _, each := range list {
		if each > found {
			found = each
		}
	}
	return found
}

func main() { println(largest([]int{1, 2}), largest([]string{"a"})) }
`,
  });
  const program = await buildGo({ module: generic, target: 'linux/amd64' });
  made.push(generic, dirname(program));
  const { functions, packages } = await inspectBinary(program, { functions: true });
  const { stdout } = await execa('go', ['tool', 'nm', '-size', program], { env: await goEnv() });
  const named = (name: string) => functions?.find((each) => each.name === name);
  const sizes = stdout
    .split('\n')
    .flatMap((line) => /^\s*\w+\s+(\d+) T main\.largest\[/.exec(line)?.[1] ?? []);
  expect(sizes).toHaveLength(2);
  expect(named('main.largest[...]')).toEqual({
    name: 'main.largest[...]',
    package: 'main',
    instances: 2,
    codeBytes: sizes.reduce((all, size) => all + Number(size), 0),
  });
  expect(named('main.main')).toMatchObject({ package: 'main', instances: 1 });
  expect(sum(functions ?? [])).toBe(sum(packages));
  expect((await inspectBinary(program)).functions).toBeNull();
});
