import type { FunctionSize } from '#contract/binaries';
import { type FunctionList, functionName } from './function-list.ts';
import { unescaped } from './symbol-package.ts';

/**
 * The functions of a program with their sizes, largest first. The instances of a generic function, which differ only in
 * their type arguments, are one.
 */
export function functionSizes(list: FunctionList): FunctionSize[] {
  const sizes = new Map<string, FunctionSize>();
  for (let i = 0; i < list.count; i++) {
    const name = displayName(functionName(list, i));
    const codeBytes = list.codeBytes[i] ?? 0;
    const known = sizes.get(name);
    if (known) {
      known.instances += 1;
      known.codeBytes += codeBytes;
    } else {
      sizes.set(name, {
        name,
        package: list.packages[list.packageOf[i] ?? 0] ?? '',
        instances: 1,
        codeBytes,
      });
    }
  }
  return sizes
    .values()
    .toArray()
    .toSorted((a, b) => b.codeBytes - a.codeBytes || (a.name < b.name ? -1 : 1));
}

/**
 * A function's name as Go prints it, with `[...]` in place of type arguments, as the linker itself writes it since Go 1.21,
 * and with the dots of the package's path. Names of generated functions contain types, whose brackets stay. Pure.
 */
export function displayName(symbol: string): string {
  if (/^(go|type)[:.]/.test(symbol)) return symbol;
  const start = symbol.indexOf('[');
  const decoded = unescaped(start < 0 ? symbol : symbol.slice(0, start));
  return start < 0 ? decoded : decoded + withoutArguments(symbol.slice(start));
}

function withoutArguments(text: string): string {
  let result = '';
  let depth = 0;
  for (const part of text.split(/(?=[[\]])|(?<=[[\]])/)) {
    if (part === '[') depth++;
    if (depth === 0) result += part;
    if (part !== ']' || depth === 0) continue;
    depth--;
    if (depth === 0) result += '[...]';
  }
  return result;
}
