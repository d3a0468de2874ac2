import type { PackageSize } from '#contract/binaries';
import type { Bytes } from './bytes.ts';
import { PackageSums } from './package-sizes.ts';
import { packageOfSymbol } from './symbol-package.ts';
import { functionNames, readName, varint, type WasmModule } from './wasm.ts';

/**
 * The version of the TinyGo that built a WebAssembly module, from the section in which tools name themselves; null: no
 * TinyGo did. Throws `Damaged`.
 */
export function tinygoVersion(module: WasmModule): string | null {
  const producers = module.custom('producers');
  if (!producers) return null;
  const field = varint(producers, 0);
  let at = field.end;
  for (let fields = field.value; fields > 0; fields--) {
    const name = readName(producers, at, producers.length);
    const values = varint(producers, name.end);
    at = values.end;
    for (let left = values.value; left > 0; left--) {
      const tool = readName(producers, at, producers.length);
      const version = readName(producers, tool.end, producers.length);
      if (tool.text === 'TinyGo') return version.text;
      at = version.end;
    }
  }
  return null;
}

/** The code of each package, from the names of functions; empty without them. Throws `Damaged`. */
export function tinygoPackages({ custom, codeBytes, imports }: WasmModule): PackageSize[] {
  const names: Bytes | null = custom('name');
  if (!names) return [];
  const sums = new PackageSums(true);
  for (const { index, name } of functionNames(names)) {
    const bytes = codeBytes[index - imports.length];
    if (bytes !== undefined) sums.addTo(tinygoPackage(name), bytes, 0);
  }
  return sums.largestFirst();
}

/** TinyGo puts the receiver first: `(*fmt.pp).Println`, `(reflect.rawType).Kind`. Its names without a dot are of C. */
export function tinygoPackage(symbol: string): string {
  const path = packageOfSymbol(symbol.replace(/^\(\*?/, ''), true);
  return path === '(no package)' ? '(C)' : path;
}
