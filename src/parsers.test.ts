import { afterAll, it } from 'vitest';
import { withoutControlCharacters } from '#contract/control-characters';
import { readStep, stepLine } from '#contract/image-step';
import { expectLinearTime } from '#testing/linear-time';
import { gccgoPackage } from './core/binaries/compilers/gccgo.ts';
import { goFields } from './core/binaries/build-info/go-fields.ts';
import { unquoteGo } from './core/binaries/build-info/go-quoted.ts';
import { parseModuleLines } from './core/binaries/build-info/module-lines.ts';
import { packageOfSymbol } from './core/binaries/functions/symbol-package.ts';
import { tinygoPackage } from './core/binaries/compilers/tinygo.ts';
import { effectiveFlags, parseBuildArguments, parseGoflags } from './core/builds/arguments.ts';
import { isProgramFile } from './core/builds/main-packages.ts';
import { stagesOf } from './core/images/build-records/dockerfile-stages.ts';
import { messagesIn } from './core/images/build-records/grpc.ts';
import { maskLines } from './core/images/build-records/mask-lines.ts';
import { Message } from './core/images/build-records/protobuf.ts';
import { parseProvenance } from './core/images/build-records/provenance.ts';
import { parseAddress } from './core/images/engines/endpoints.ts';
import { parseApk } from './core/images/packages/apk.ts';
import { parseDpkg } from './core/images/packages/dpkg.ts';
import { parseOsRelease } from './core/images/packages/os-release.ts';
import { familiarRef, imageName, imagePath, isImageId } from './core/images/facts/image-ref.ts';
import { cleanPath, layerPath } from './core/images/reading/entry-name.ts';
import { isSecretAssignment, secretsInCommand, secretsInStep } from './core/images/secrets/config-secrets.ts';
import { mayHoldSecret, secretInFile } from './core/images/secrets/file-rules.ts';
import { isPlaceholder } from './core/images/secrets/placeholders.ts';
import { commentOut } from './core/profiles/editing/index.ts';
import { pathEntries } from './core/profiles/path-entries.ts';
import { assignmentsIn } from './core/profiles/reading/index.ts';
import { modulePath } from './core/projects/module-path.ts';
import { lookUp } from './core/switching/go-switch/requirements.ts';
import { pinText } from './core/switching/pinning/pin-file.ts';
import { linkName } from './core/switching/shims/link-name.ts';
import {
  shown,
  wishesOfGoMod,
  wishesOfMiseToml,
  wishesOfToolVersions,
  wishesOfVariable,
  wishOfVersionFile,
} from './core/switching/wishes/index.ts';
import { entryPath } from './core/system/archives/entry-path.ts';
import { membersOf } from './core/system/archives/xar.ts';
import * as machine from './core/system/machine-text.ts';
import { maskSecrets } from './core/system/secrets/index.ts';
import { parseEnvFile } from './core/toolchains/goenv/env-file.ts';
import { parseProxies } from './core/toolchains/goenv/parse-proxies.ts';
import { matchesPatterns } from './core/toolchains/goenv/patterns.ts';
import { afterLine, begun, namesPackage } from './core/toolchains/install/from-source/make-output.ts';
import { isExecutable } from './core/toolchains/install/goroot.ts';
import { firstWord, gvmEnvironment, toolVersions } from './core/toolchains/managers/known/version-text.ts';
import { linesOf as profileLinesOf } from './core/toolchains/managers/profile-lines.ts';
import { parseNetrc } from './core/toolchains/network/netrc.ts';
import { openNote, parseNoteKey } from './core/toolchains/install/sumdb/signed-note.ts';
import { recordedFiles } from './core/toolchains/store/manifest.ts';
import {
  firstWords,
  linesOf,
  parseFolderName,
  parseVersion,
  readPin,
} from './core/toolchains/versions/index.ts';
import { causeOf } from './core/tools/cause-of.ts';
import { splitFlags } from './renderer/features/builds/run/split-flags.ts';

const versions = ['1', '1.22', 'go', 'v', 'rc', '-', 'x', '*', '>=', 'prefix:', 'latest', 'bookworm'];
const quotes = ['"', "'", '`', '\\', '\\"', '"""', "'''"];
const toml = [
  '[',
  ']',
  '[[',
  '{',
  '}',
  ',',
  '=',
  '#',
  'go',
  'tools',
  'version = ',
  'os',
  '"1.22"',
  '[tools]',
  ...quotes,
];
const modules = [
  'go',
  'go 1.22',
  'toolchain',
  '//',
  '(',
  ')',
  'module',
  'require',
  '\u2028',
  '\u00A0',
  '\uFEFF',
  ...quotes,
];
const lines = [
  '#',
  '//',
  'golang',
  'go',
  ':',
  '[',
  'asdf:',
  '/asdf-golang',
  '.git',
  '\0',
  '\r',
  '\uFEFF',
  ...versions,
];

const noteKey = parseNoteKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8');

/** Every parser of a text that somebody else may have written, and the words that it looks for. */
/** One for each way in which a file is looked into, but for private keys. */
const otherSecretFiles = [
  'app/.npmrc',
  'root/.pypirc',
  'root/.cargo/credentials',
  'root/NuGet.Config',
  'root/.m2/settings.xml',
  'root/composer/auth.json',
  'app/.git/config',
  'root/.config/gh/hosts.yml',
  'root/.netrc',
  'etc/apt/auth.conf',
  'root/.docker/config.json',
  'root/.aws/credentials',
  'app/google.json',
  'root/.s3cfg',
  'root/.terraformrc',
  'root/.kube/config',
  'root/.pgpass',
  'etc/shadow',
  'app/.htpasswd',
  'root/.vault-token',
];

/** Each way alone, because the others fail. */
function readMessage(bytes: Buffer): void {
  const ways = [
    () => new Message(bytes).messages(1).map((each) => each.map(1)),
    () => messagesIn(bytes),
    () => parseProvenance(bytes),
  ];
  for (const way of ways) {
    try {
      way();
    } catch {
      // A failure is an answer, too.
    }
  }
}

const parsers: Record<string, [parse: (text: string) => unknown, words: readonly string[]]> = {
  '.go-version': [(text) => wishOfVersionFile(linesOf(text), 'f', 'go-version-file'), lines],
  '.tool-versions': [(text) => wishesOfToolVersions(linesOf(text), 'f'), lines],
  'mise.toml': [(text) => wishesOfMiseToml(linesOf(text), 'f', ['linux']), toml],
  BURROW_GO: [wishesOfVariable, versions],
  'a version': [(text) => [parseVersion(text), readPin(text), readPin(text, { release: true })], versions],
  'a line that pins a version': [(text) => [firstWords(text.split('\n')), pinText('go1.22', text)], lines],
  'a text as it is shown': [
    (text) => [shown(text), withoutControlCharacters(text)],
    ['\u001B[', '\u202E', '工'],
  ],
  'go.mod, what it asks for': [(text) => wishesOfGoMod(linesOf(text), 'f'), modules],
  'go.mod, as Go looks things up': [(text) => [lookUp(text, 'go'), lookUp(text, 'toolchain')], modules],
  'go.mod, its module path': [modulePath, modules],
  'a Go file': [
    isProgramFile,
    ['package', 'main', '//', '/*', '*/', '//go:build', 'ignore', '// +build', '\uFEFF'],
  ],
  'build info': [
    (text) => [parseModuleLines(text), goFields(text), unquoteGo(text)],
    ['path', 'mod', 'dep', '=>', 'build', '=', '-ldflags=', '-X', ...quotes],
  ],
  'databases of packages': [
    (text) => [parseDpkg(text), parseApk(text), parseOsRelease(text)],
    ['Package: ', 'Status: ', 'Version:', 'P:', 'V:', 'NAME=', 'PRETTY_NAME=', ...quotes],
  ],
  'a symbol': [
    (text) => [packageOfSymbol(text, true), gccgoPackage(text), tinygoPackage(text)],
    ['[', '(', '{', '/', '%2e', '%', 'go:', 'type:', '__', '_0', '.part.0'],
  ],
  'flags of a build': [
    (text) => [
      parseGoflags(text),
      parseBuildArguments(text.split(' ')),
      effectiveFlags(text, text.split(' ')),
    ],
    ['-', '--', '=', '-C', '-o', '-tags', '-ldflags', ...quotes],
  ],
  'a reference of an image': [
    (text) => [imagePath(text), isImageId(text), familiarRef(text), imageName(text)],
    ['/', ':', '@', 'sha256:', 'docker.io', 'library', '[', ']', '_', '-'],
  ],
  "an engine's address": [parseAddress, ['unix', '://', ':', '/', '[', ']', '@', '%']],
  'a line of a profile': [
    pathEntries,
    [
      'PATH=',
      'path=(',
      'path+=',
      'set',
      '-x',
      'PATH',
      'fish_add_path',
      '${',
      '$(',
      '}',
      ')',
      ':',
      ';',
      '#',
      ...quotes,
    ],
  ],
  'a profile': [
    (text) => {
      const odd = text.split('\n').flatMap((_, index) => (index % 2 === 0 ? [index + 1] : []));
      const syntaxes = ['sh', 'zsh', 'fish'] as const;
      return [
        profileLinesOf('goenv', text, '.bashrc'),
        ...syntaxes.map((syntax) => [assignmentsIn(text, syntax), commentOut(text, odd, syntax)]),
      ];
    },
    [
      'if ',
      'then',
      'fi',
      'else',
      'end',
      'and ',
      '; fi',
      ';',
      '#',
      '.goenv',
      'goenv init',
      'PATH=',
      'set ',
      'for x (',
      'case x in',
      ';;',
      'f() ',
      '{ ',
      '} ',
      '(',
      '((',
      '))',
      '[[ ',
      ']]',
      '<<E',
      '${a:=',
      '$((',
      '&&',
      '|',
      ...quotes,
    ],
  ],
  "a step of an image's history": [
    (text) => stepLine(readStep(text).text, 80),
    [
      '/bin/sh -c ',
      '#(nop) ',
      'RUN ',
      'COPY ',
      '|1 ',
      '|9999 ',
      'A=',
      '-o ',
      '# buildkit',
      'file:',
      ' # buildkit',
      '|',
    ],
  ],
  'the settings of an image, for secrets': [
    (text) => [
      isPlaceholder(text),
      isSecretAssignment(text),
      isSecretAssignment(`API_TOKEN=${text}`),
      secretsInCommand([text]),
      secretsInStep(readStep(text)),
    ],
    ['API_TOKEN=', 'ENV ', 'RUN ', '|1 ', '--token', '<', '>', '://', '/', '$', 'FFFFFFFF', ',', ...quotes],
  ],
  'a file of an image, for a private key': [
    (text) => secretInFile('app/server.pem', Buffer.from(text)),
    [
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\n',
      'RSA ',
      'A: ',
      'A: \n',
      'AAAAAAAAAAAAAAAA',
      '-',
      '+',
      '=',
    ],
  ],
  'a file of an image, for other secrets': [
    (text) => otherSecretFiles.map((path) => secretInFile(path, Buffer.from(text))),
    [
      'password ',
      'machine ',
      'token',
      '"',
      '"auth"',
      ':',
      '=',
      '<password>',
      '$6$',
      'authorization: ',
      'Password"',
      'clusters:',
    ],
  ],
  'the name of a file of an image': [
    (text) => [mayHoldSecret(text, 100), cleanPath(text), layerPath(text)],
    ['/', '../', './', '.wh.', '.env', '-sa', 'google', '.json', 'config', '_key', '.pem'],
  ],
  'a Dockerfile': [
    (text) => [stagesOf(text), maskLines(text.split('\n'))],
    [
      'FROM ',
      ' AS ',
      'ARG ',
      'ENV ',
      'RUN ',
      'COPY ',
      '<<E',
      '<<-"E"',
      '<<E <<E',
      'E',
      '\\',
      '\\\n',
      '# escape=`',
      '#',
      '$',
      '${',
      ':-',
      '}',
      '-----BEGIN PRIVATE KEY-----',
      ...quotes,
    ],
  ],
  "messages of BuildKit's, and its provenance": [
    (text) => [Buffer.from(text, 'latin1'), Buffer.from(text)].map(readMessage),
    ['\x0a\x02', '\x0a\x04\x0a\x02', '\x08', '\xff', '\x80', '\0', '[', '{', '{"a":', '"', '[{"', ','],
  ],
  'flags as they are typed': [splitFlags, ['-', '=', '-ldflags=', ...quotes]],
  'a signed note': [
    (text) => [parseNoteKey(text), noteKey && openNote(text, noteKey)],
    ['— ', '+', '=', 'sum.golang.org', '\n\n', '/'],
  ],
  'a path below lib': [isExecutable, ['lib/', 'bin/', 'pkg/tool/', '/', '_', 'go_', '_exec']],
  'an entry of an archive': [(text) => entryPath(text, 'go'), ['./', '../', '/', '\\', 'go', 'C:']],
  'a table of contents': [
    membersOf,
    ['<', '>', '</', '/>', '<file>', '</file>', 'A-', '<name>', '</name>', '<data>', '=', '"'],
  ],
  'what machines say': [
    (text) => [
      machine.valueInOsRelease(text, 'ID'),
      machine.processorInCpuinfo(text),
      machine.processorInLscpu(text),
      machine.libcOfLdd(text),
      machine.versionOfShell(text),
      machine.shellsInEtc(text),
      machine.shellInPasswd(text, 'me', '/me'),
    ],
    ['ID=', 'model name', 'Model name:', ':', 'ldd (', 'glibc', 'musl', 'Version ', '/', '#', ...quotes],
  ],
  secrets: [
    maskSecrets,
    ['://', '@', 'token', '=', 'key', 'bearer ', 'authorization', ':', '&', '?', '-', '_', '/', ...quotes],
  ],
  GOPROXY: [parseProxies, [',', '|', 'direct', 'off', '/', ':/', 'https://']],
  GOPRIVATE: [
    (text) => [
      matchesPatterns(text, 'golang.org/toolchain'),
      matchesPatterns('*a*a*a*a*a*a*a*b', text),
      matchesPatterns(text.slice(0, 2000), 'a'.repeat(2000)),
    ],
    ['*', '?', '[', '[^', ']', '-', '\\', '/', ','],
  ],
  "Go's file of variables": [(text) => parseEnvFile(text, 'last'), ['=', 'GOROOT=', '#', '_']],
  'a netrc': [parseNetrc, ['machine', 'login', 'password', 'default', 'macdef', 'account', '#']],
  "another manager's version": [
    (text) => [toolVersions(text), firstWord(text), gvmEnvironment(text)],
    ['golang ', '#', 'export ', '=', 'gvm_go_name', '"', ';'],
  ],
  'the name of a folder': [
    (text) => [parseFolderName(text), linkName(text)],
    ['go', '.', '-', 'linux', 'amd64', '/', '工'],
  ],
  'a list of files': [recordedFiles, ['0'.repeat(64), ' 644 ', '12 ', '/']],
  'output of a build': [
    (text) => [namesPackage(text), afterLine(begun, text), causeOf(text)],
    [
      'go: ',
      'downloading',
      '#',
      'note:',
      'requires go >= ',
      '1.22',
      'note: module requires Go ',
      'Building ',
      'cmd/',
      '/',
      '_',
    ],
  ],
};

let tried = 0;
for (const [name, [parse, words]] of Object.entries(parsers)) {
  it(`${name} is read in linear time`, () => {
    tried += expectLinearTime(parse, words);
  });
}

afterAll(() => {
  console.log(
    `stress: parsers: ${tried} repetitive texts of 40 kB read in time by ${Object.keys(parsers).length} groups of parsers`,
  );
});
