import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Compiled code is cached in Burrow's home, if there is one: compiling took a quarter of the time of a short command.
const home = process.env['BURROW_HOME'] ?? join(homedir(), '.burrow');
if (existsSync(join(home, 'cache'))) enableCompileCache(join(home, 'cache', 'node'));

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
