export const native = {
  title: 'Gos that run under Rosetta',
  runs: '{{version}} runs under Rosetta',
  byDefault: 'It is the default.',
  usedBy: 'Used by {{names}}.',
  andMore: '{{names}} and {{number}} more',
  onPath: 'It is the `go` that `{{path}}` runs.',
  replace: 'Replace with native',
  plan: {
    managed: 'Its native build takes its place; this one is removed ({{size}}).',
    adopted: 'Its native build takes its place; this one is forgotten, its files stay.',
    found: 'Its native build is installed beside it; this one is not Burrow’s and stays.',
  },
  noNative: {
    'too-old':
      'Go has native builds for Apple silicon from 1.16 on: keep it, or move what uses it to a newer one.',
    'custom-build': 'It is no official Go, so there is no native build to take its place.',
  },
  here: 'The native one is installed, and PATH still leads to this one.',
  putShimsFirst: 'Put Burrow’s shims first in PATH.',
  ownerCommand: 'To be rid of it: `{{command}}`',
  progress: 'Replacing {{version}}',
  done: '{{version}} runs natively now',
  doneBeside: 'The native {{version}} is installed',
  default: { moved: 'The default is native now.', made: 'It is the default now: there was none.' },
  moved_one: '{{count}} project moved.',
  moved_other: '{{count}} projects moved.',
  stayed_one: '{{count}} project asks for the Go on PATH and stays translated.',
  stayed_other: '{{count}} projects ask for the Go on PATH and stay translated.',
  old: {
    removed: 'The translated one is removed; {{size}} are free again.',
    forgotten: 'The translated one is forgotten; its files stay.',
    kept: 'The translated one stays.',
  },
  because: {
    'not-ours': 'It is not Burrow’s to remove.',
    'not-verified': 'Nothing vouches for the native one.',
    damaged: 'The native one is not as it was installed: verify and repair it first.',
    'in-use': 'Something still gets it.',
    'on-path': 'PATH names its own folder: take that entry out of PATH, then remove it.',
  },
  moduleCache_one:
    'Go’s module cache holds {{count}} toolchain for Intel, too: free its space with “Free space…”.',
  moduleCache_other:
    'Go’s module cache holds {{count}} toolchains for Intel, too: free their space with “Free space…”.',
  idle: 'native one runs',
  idleHint: 'Both builds of {{version}} are here; whoever wants {{version}} gets the native one.',
};
