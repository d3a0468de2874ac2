import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

// Checks the shell scripts with shellcheck (https://www.shellcheck.net). Contributors without it are told so; a build
// server must have it.
const scripts = ['bin/burrow', ...globSync(['resources/shims/*.sh', 'resources/completions/*.bash'])];
const { error, status } = spawnSync('shellcheck', ['--severity=warning', ...scripts], { stdio: 'inherit' });
if (error) {
  console.log(`not checked: shellcheck cannot be started (${error.message})`);
  process.exitCode = process.env['CI'] ? 1 : 0;
} else {
  process.exitCode = status ?? 1;
}
