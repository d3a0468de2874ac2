import { enableCompileCache } from 'node:module';
import { compileCache } from './compile-cache.ts';

const folder = compileCache(process.env);
if (folder !== null) enableCompileCache(folder);

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
