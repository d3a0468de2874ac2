// Runs before the npm scripts. better-sqlite3 13 crashes without a message under Node 20, so an old Node is
// rejected here, before anything loads it. CommonJS and old syntax on purpose: it must run on any Node.
'use strict';

var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 12)) {
  console.error('Burrow needs Node 22.12 or newer; this is ' + process.version + '.');
  console.error('On Linux and Windows `npm ci` installs one. On macOS, install a current Node.');
  process.exit(1);
}
