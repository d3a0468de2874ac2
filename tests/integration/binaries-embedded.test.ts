import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspectBinary } from '#core/binaries';
import { buildGo, goModule, type Wanted, whyNoGo } from '#testing/go-programs';
import { stressed } from '#testing/stress';

const made: string[] = [];
let module = '';

beforeAll(async () => {
  module = await goModule({
    'go.mod': 'module example.com/web\n\ngo 1.16\n',
    'main.go': `package main

import (
	"embed"

	"example.com/web/help"
)

//go:embed pages
var pages embed.FS

//go:embed pages/en/*.html
var english embed.FS

//go:embed pages/large.css
var style []byte

func main() {
	page, _ := pages.ReadFile("pages/en/index.html")
	list, _ := english.ReadDir("pages/en")
	text, _ := help.Files.ReadFile("help.txt")
	println(len(page), len(list), len(style), len(text))
}
`,
    'help/help.go': 'package help\n\nimport "embed"\n\n//go:embed *.txt\nvar Files embed.FS\n',
    'help/help.txt': 'Help!\n',
    'pages/large.css': 'body { color: black }\n'.repeat(2000),
    'pages/en/index.html': '<h1>Hello</h1>\n',
    'pages/en/copy.html': '<h1>Hello</h1>\n',
    'pages/zh/首页.html': '<h1>你好</h1>\n',
    'pages/zh/empty.html': '',
  });
  made.push(module);
});

afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

const few: [string, Omit<Wanted, 'module'>][] = [
  ['linux/amd64', { target: 'linux/amd64' }],
  ['linux/amd64, position-independent', { target: 'linux/amd64', args: ['-buildmode=pie'] }],
  ['windows/amd64', { target: 'windows/amd64' }],
  ['darwin/arm64', { target: 'darwin/arm64' }],
];
const more: typeof few = [
  ['linux/386', { target: 'linux/386' }],
  ['linux/s390x', { target: 'linux/s390x' }],
  ['wasip1/wasm', { target: 'wasip1/wasm' }],
  ['plan9/amd64', { target: 'plan9/amd64' }],
  [
    'linux/amd64, position-independent, of Go 1.16',
    { target: 'linux/amd64', args: ['-buildmode=pie'], version: 'go1.16.15' },
  ],
];

it.for(stressed(few, [...few, ...more]))(
  'lists the files in a stripped program for %s',
  async ([, wanted], ctx) => {
    const missing = await whyNoGo(wanted.version);
    if (missing) ctx.skip(missing);
    const args = ['-ldflags=-s -w', ...(wanted.args ?? [])];
    const program = await buildGo({ ...wanted, args, module });
    made.push(dirname(program));
    const { embedded } = await inspectBinary(program);
    expect(embedded.map(({ path, bytes, package: of }) => [path, bytes, of])).toEqual([
      ['pages/large.css', 44_000, null],
      ['pages/zh/首页.html', 16, null],
      ['pages/en/copy.html', 15, null],
      ['pages/en/index.html', 15, null],
      ['help.txt', 6, null],
      ['pages/zh/empty.html', 0, null],
    ]);
  },
);

it.for(stressed(few, [...few, ...more]))(
  'tells by the symbols of a program for %s which package embeds a file',
  async ([, wanted], ctx) => {
    const missing = await whyNoGo(wanted.version);
    if (missing) ctx.skip(missing);
    const program = await buildGo({ ...wanted, module });
    made.push(dirname(program));
    const { embedded, stripped } = await inspectBinary(program);
    if (stripped) ctx.skip('programs of this format have no symbols');
    expect(new Set(embedded.map(({ path, package: of }) => `${path.split('/')[0]} of ${of}`))).toEqual(
      new Set(['pages of main', 'help.txt of example.com/web/help']),
    );
  },
);
