import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { callGraphOf, hashProgram } from '#core/binaries';
import { buildGo, goModule } from '#testing/go-programs';
import { stressed } from '#testing/stress';

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

const module = await goModule({
  'go.mod': 'module example.com/calls\n\ngo 1.20\n',
  'main.go': `package main

import (
	"example.com/calls/heavy"
	"example.com/calls/shared"
)

func main() { println(shared.Used(1), heavy.Run(2)) }
`,
  'heavy/heavy.go': `package heavy

import "example.com/calls/shared"

//go:noinline
func Run(n int) int { return shared.OnlyHeavy(n) + shared.Value(n) }
`,
  'shared/shared.go': `package shared

type shape interface{ Area(int) int }
type square struct{ side int }

//go:noinline
func (s square) Area(n int) int { return s.side * s.side * n }

var byName = map[string]func(int) int{"twice": twice}

//go:noinline
func twice(n int) int { return 2 * n }

//go:noinline
func Used(n int) int { return byName["twice"](n) }

//go:noinline
func OnlyHeavy(n int) int { if n > 3 { panic("more than three") }; return n * n }

//go:noinline
func Value(n int) int { var s shape = square{n}; return s.Area(n) }
`,
});
made.push(module);

const sum = (code: ReadonlyMap<string, number>) => code.values().reduce((total, bytes) => total + bytes, 0);

it.for(stressed(['linux/amd64'], ['linux/amd64', 'linux/arm64', 'darwin/arm64', 'windows/amd64']))(
  'reads what code of a program for %s reaches what',
  async (target) => {
    const program = await buildGo({ module, target, args: ['-ldflags=-s -w'] });
    made.push(dirname(program));
    const { sha256 } = await hashProgram(program);
    const calls = await callGraphOf(program, sha256);
    if (!calls) throw new Error('not read');
    const whole = calls.reached(() => false, 'possibly');
    // The linker left out what nothing reaches.
    expect(sum(whole) / sum(calls.code)).toBeGreaterThan(0.99);
    const without = (how: 'certainly' | 'possibly') =>
      calls.reached((path) => path === 'example.com/calls/heavy', how);
    const of = (code: ReadonlyMap<string, number>) => code.get('example.com/calls/shared') ?? 0;
    expect(without('possibly').has('example.com/calls/heavy')).toBe(false);
    expect(of(without('possibly'))).toBeLessThan(of(whole));
    expect(of(without('possibly'))).toBeGreaterThan(0);
    expect(of(without('certainly'))).toBeGreaterThan(0);
    for (const [path, bytes] of without('certainly'))
      expect(bytes, path).toBeLessThanOrEqual(without('possibly').get(path) ?? 0);
    expect(await callGraphOf(program, 'another')).toBeNull();
  },
);

it('is not known for other processors', async () => {
  const program = await buildGo({ module, target: 'linux/386' });
  made.push(dirname(program));
  expect(await callGraphOf(program, (await hashProgram(program)).sha256)).toBeNull();
});
