import { expect, it } from 'vitest';
import { firstProgram } from './first-program.ts';

it.each([
  ['/home/me/hello', 'go1.26.1', 'module example.com/hello\n\ngo 1.26\n'],
  ['/home/me/Hello World!', null, 'module example.com/hello-world\n'],
  ['/home/me/你好', 'go1.21.0', 'module example.com/hello\n\ngo 1.21\n'],
  ['/home/me/.-x-.', null, 'module example.com/x\n'],
])('a first program in %s has a go.mod that Go reads', (dir, version, goMod) => {
  const [first, second] = firstProgram(dir, version);
  expect(first).toEqual({ name: 'go.mod', content: goMod });
  expect(second?.name).toBe('main.go');
  expect(second?.content).toContain('fmt.Println("Hello from Go!")');
});
