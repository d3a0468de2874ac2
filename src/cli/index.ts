import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Compiled code is kept in Burrow's own cache, once there is a home: a quarter of a short command's time was compiling.
const home = process.env['BURROW_HOME'] ?? join(homedir(), '.burrow');
if (existsSync(join(home, 'cache'))) enableCompileCache(join(home, 'cache', 'node'));

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
