// Runs before the npm scripts. Older Nodes know neither `using` nor TypeScript, and under Node 20 better-sqlite3 13 crashes
// without a message, so they are rejected here. CommonJS and old syntax on purpose: it must run on any Node.
'use strict';

var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 24) {
  console.error('Burrow needs Node 24 or newer; this is ' + process.version + '.');
  console.error('On Linux and Windows `npm ci` installs one. On macOS, install a current Node.');
  process.exit(1);
}
