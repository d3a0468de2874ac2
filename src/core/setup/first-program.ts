import { basename } from 'node:path';
import { minorOf } from '#core/toolchains';

/** The files of a first program. `version`: `go1.26.1`; null: none is known. Pure. */
export function firstProgram(dir: string, version: string | null): { name: string; content: string }[] {
  const name = basename(dir)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  const line = version === null ? '' : `\ngo ${minorOf(version).replace(/^go/, '')}\n`;
  const program = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("Hello from Go!")\n}\n';
  return [
    { name: 'go.mod', content: `module example.com/${name || 'hello'}\n${line}` },
    { name: 'main.go', content: program },
  ];
}
