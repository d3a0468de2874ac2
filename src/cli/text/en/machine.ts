export const machine = {
  help: {
    summary: 'show processor, system and shells',
  },
  system: 'System',
  processor: 'Processor',
  translated: 'this process runs under Rosetta',
  libc: 'C library',
  shells: 'Shells',
  loginShell: 'login',
  home: "Burrow's home",
  version: 'Burrow',
};
