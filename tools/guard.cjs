// Runs before every npm script. better-sqlite3 13 crashes without a word under Node 20, so an old Node is
// named here, before anything loads it. CommonJS and old syntax on purpose: it must run on any Node.
'use strict';

var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 12)) {
  console.error('Burrow needs Node 22.12 or newer; this is ' + process.version + '.');
  console.error('On Linux and Windows `npm ci` brings one along. On macOS, install a current Node.');
  process.exit(1);
}
