import type { Build, Comparison } from '#contract/builds';
import type { Replacement, TranslatedGo } from '#contract/native';
import type { Settings } from '#contract/settings';
import type { Candidate, Rule } from '#contract/switching';
import type { InstallProgress } from '#contract/install-progress';
import type {
  AvailableResult,
  GoManager,
  Proof,
  RunsAs,
  TakeOverResult,
  Toolchain,
} from '#contract/toolchains';
import type { OtherFile, RebuiltTool, ToolList } from '#contract/tools';
import type { FileFinding, PruneItem, SmokeStep } from '#contract/upkeep';

/** Everything the command line says, once for each language. A missing text does not compile. */
export interface Text {
  tagline: string;
  help: {
    usage: string;
    commands: string;
    options: string;
    arguments: string;
    helpOption: string;
    helpCommand: string;
    versionOption: string;
    json: string;
    lang: string;
    yes: string;
    exitCodes: string;
    /** In a usage line: where options stand, where a command stands. */
    optionsWord: string;
    commandWord: string;
  };
  usage: {
    unknownCommand(name: string, nearest: string[]): string;
    unknownOption(name: string, nearest: string[]): string;
    missingArgument(name: string): string;
    missingValue(option: string): string;
    excess(usage: string): string;
    noNumber(option: string, given: string, least: number, most: number): string;
    unspoken(language: string): string;
  };
  needsYes(question: string): string;
  runsAs: Record<RunsAs, string>;
  supported: string;
  endOfLife: string;
  /** `month`: `Feb 2025`. */
  endOfLifeSince(month: string): string;
  installed: string;
  defaultTag: string;
  none: string;
  commands: {
    available: string;
    availableAll: string;
    install: string;
    installVersion: string;
    installArch: string;
    installOs: string;
    installFrom: string;
    list: string;
    remove: string;
    adopt: string;
    adoptPath: string;
    adoptAll: string;
    adoptFrom: string;
    verify: string;
    verifyVersion: string;
    repair: string;
    smoke: string;
    prune: string;
    dryRun: string;
    pruneDays: string;
    pruneCaches: string;
    native: string;
    nativeVersion: string;
    nativeDryRun: string;
    tools: string;
    toolsRebuild: string;
    toolsNames: string;
    toolsAll: string;
    toolsOutdated: string;
    toolsGo: string;
    toolsDryRun: string;
    use: string;
    useVersion: string;
    useGlobal: string;
    useUnset: string;
    dir: string;
    current: string;
    explain: string;
    which: string;
    link: string;
    linkRemove: string;
    linkList: string;
    exec: string;
    execGo: string;
    runArch: string;
    execCommand: string;
    machine: string;
    settings: string;
    settingsArgument: string;
    build: string;
    buildArgs: string;
    buildGo: string;
    record: string;
    project: string;
    history: string;
    limit: string;
    log: string;
    compare: string;
    inspect: string;
    image: string;
    imageList: string;
    imageRecord: string;
    imageInspect: string;
    imageCompare: string;
    serve: string;
    port: string;
    noOpen: string;
    open: string;
  };
  available: {
    origin: Record<AvailableResult['origin'], (asOf: string) => string>;
    forThisMachine: string;
    noBuild: string;
  };
  install: {
    phase: Record<InstallProgress['phase'], string>;
    bytesOf(done: string, total: string): string;
    /** Of a build from source. */
    stepOf(step: number, steps: number): string;
    built(bootstrap: string, took: string, log: string): string;
    /** The build is bit for bit what is published. */
    warning: (message: string) => string;
    identical: string;
    done(version: string, path: string): string;
    already(version: string, path: string): string;
    shimsHint(line: string): string;
    /** A pinned version is missing, and whatever wants to run it installs it. */
    onTheWay: string;
  };
  proof: Record<Proof['method'], string>;
  source: Record<Toolchain['source']['kind'], string>;
  list: {
    version: string;
    runsAs: string;
    from: string;
    size: string;
    usedBy: string;
    empty: string;
    comma: string;
    origin(source: string, proof: string): string;
    update(version: string, command: string): string;
    total(bytes: string): string;
    /** So many that are in use run under Rosetta. */
    translated(count: number, command: string): string;
  };
  remove: {
    confirm(version: string, users: string[], isDefault: boolean): string;
    done(version: string, bytes: string): string;
    forgotten(version: string, from: string): string;
    kept: string;
  };
  goManager: Record<GoManager, string>;
  adopt: {
    manager: string;
    path: string;
    adopted: string;
    installed: string;
    /** Of an adopted toolchain that is no longer there. */
    gone: string;
    /** In `list`, where an adopted one is from. */
    from(path: string): string;
    nothing: string;
    hint: string;
    done(version: string, path: string): string;
    nothingNew: string;
    unknownManager(name: string, known: string): string;
    oneOf: string;
    defaultSet(version: string, file: string): string;
    defaultKept(version: string, file: string): string;
    /** `commands`: each keeps one pin. */
    pins(manager: string, commands: readonly string[]): string;
    lines(manager: string, lines: TakeOverResult['lines'], otherLanguages: boolean): string;
  };
  verify: {
    problem: Record<FileFinding['problem'], string>;
    /** Adopted ones are there at most: nothing is known of what they should be. */
    nothing: string;
    intact(files: number, bytes: string, took: string): string;
    found(problems: number, files: number): string;
    repaired: string;
    hint(version: string): string;
  };
  smoke: {
    step: Record<SmokeStep['name'], string>;
    outcome: Record<SmokeStep['outcome'], string>;
    because: Record<NonNullable<SmokeStep['because']>, string>;
    passed(version: string): string;
    failed(version: string): string;
    /** `--repair` was given, too. */
    alone: string;
  };
  prune: {
    kind: Record<PruneItem['kind'], string>;
    supersededBy(version: string): string;
    lastUse: string;
    notUsed(day: string): string;
    why: string;
    path: string;
    nothing: string;
    caches(bytes: string): string;
    confirm(count: number, bytes: string): string;
    deleting(path: string): string;
    done(count: number, bytes: string): string;
    inUse(path: string): string;
    kept: string;
  };
  native: {
    /** The column that says what becomes of it. */
    becomes: string;
    /** In the column of its users. */
    byDefault: string;
    onPath(file: string): string;
    /** What replacing it will do, by whose it is; `freed`: bytes in words. */
    plan(kind: TranslatedGo['kind'], arch: string, freed: string): string;
    noNative: Record<NonNullable<TranslatedGo['noNative']>, string>;
    /** It was installed natively before. */
    nativeHere: string;
    nothing: string;
    /** Of this version nothing translated is in use. */
    nothingOf(version: string): string;
    untranslated(machine: string): string;
    idle(version: string, arch: string, nativeInstalled: boolean, command: string): string;
    moduleCache(count: number, command: string): string;
    /** Tools that `go install` put there and that do not run natively. */
    tools(count: number, command: string): string;
    confirm(count: number, arch: string): string;
    /** `beside`: somebody else's translated one stays, and may go on running. */
    done(version: string, target: string, beside: boolean): string;
    default: Record<NonNullable<Replacement['default']>, string>;
    moved(folders: string[]): string;
    stayed(folders: string[]): string;
    old: Record<Replacement['old'], (path: string, freed: string) => string>;
    because: Record<NonNullable<Replacement['because']>, string>;
    /** The command with which its owner takes it away; null: not known. */
    owner(path: string, command: string | null): string;
    stillOnPath(file: string, line: string): string;
    kept: string;
  };
  tools: {
    name: string;
    module: string;
    builtWith: string;
    processor: string;
    state: string;
    /** In the column of states; nothing is said of one that is as it should be. */
    outdated: string;
    local: string;
    link(to: string): string;
    noModules: string;
    /** Below the table: where they are, and what names that folder. */
    where(folders: ToolList['folders']): string;
    /** The Go they would be built with now. */
    goNow(version: string): string;
    noGo: string;
    /** Files of the folder that are no Go programs, by why. */
    others: Record<OtherFile['reason'], (names: string) => string>;
    otherCount(count: number): string;
    rebuildHint(count: number): string;
    empty: string;
    /** After a switch of the default. */
    hint(count: number, version: string): string;
    oneOf: string;
    nothing: string;
    builds(what: string, version: string): string;
    keeps(settings: string): string;
    loses(settings: string): string;
    waiting: string;
    progress(number: number, total: number, what: string): string;
    outcome: Record<RebuiltTool['outcome'], string>;
    /** What a tool was built with before, and now. */
    became(before: string, now: string): string;
    summary(rebuilt: number, failed: number, skipped: number): string;
  };
  use: {
    globalAlone: string;
    unsetAlone: string;
    /** `what`: `Go 1.26.1`, or `system`. */
    done(what: string, file: string, before: string | null): string;
    /** What a pin of `system` means. */
    system: string;
    install(version: string): string;
    noSystem: string;
    removed(file: string, before: string): string;
    nothing(file: string): string;
    /** Above what runs in `dir` after a pin was taken away. */
    now(dir: string): string;
    /** The written file is stronger than another tool's in the same folder, at `place`. */
    outranked(place: string, text: string): string;
    /** BURROW_GO is set, and stronger than what was written. */
    variable(value: string): string;
  };
  current: {
    rule: Record<Rule, string>;
    outcome: Record<Candidate['outcome'], string>;
    /** Said behind an outcome: a stronger file of the same folder says otherwise. */
    disagrees(outcome: string, file: string): string;
    because(place: string, text: string): string;
    firstOnPath: string;
    /** A Go is started that does not tell its version, and none that is installed is new enough for go.mod. */
    leftToGo(wanted: string, command: string): string;
    /** A Go is started that then switches to another by itself; `because` is said where it differs. */
    started(version: string, because: string | null): string;
    finds(toolchain: string): string;
    /** It is in Go's module cache. */
    hasDownloaded(toolchain: string): string;
    /** `command` installs it instead. */
    downloads(toolchain: string, command: string): string;
  };
  link: {
    path: string;
    folder: string;
    empty: string;
    leads(version: string, goroot: string): string;
    nowhere: string;
    removed(folder: string): string;
    none(folder: string): string;
    listAlone: string;
    /** Something changed what a linked folder gets. */
    moved(folder: string, version: string): string;
    away(folder: string): string;
  };
  settings: {
    what: Record<keyof Settings, string>;
    unknown(name: string, known: string[]): string;
    wrongValue(name: string, given: string, allowed: readonly string[]): string;
  };
  machine: {
    system: string;
    processor: string;
    translated: string;
    libc: string;
    shells: string;
    loginShell: string;
    home: string;
    version: string;
  };
  build: {
    runs(version: string, command: string): string;
    analysing: string;
    recorded(id: string): string;
    since(change: string, id: string): string;
  };
  history: {
    id: string;
    when: string;
    subject: string;
    go: string;
    target: string;
    size: string;
    change: string;
    time: string;
    status: string;
    empty: string;
    noLog(id: string): string;
    more(shown: number, total: number): string;
    statusName: Record<Build['status'], string>;
  };
  compare: {
    buildTime: string;
    change: string;
    modules: string;
    added: string;
    removed: string;
    unchanged(count: number): string;
    buckets: string;
    packages: string;
    sections: string;
    layers: string;
    nothing: string;
    more(count: number): string;
    measure: Record<NonNullable<Comparison['measure']>, string>;
    setting: Record<string, string>;
  };
  bucket: Record<string, string>;
  inspect: {
    target: string;
    go: string;
    main: string;
    size: string;
    stripped: string;
    yes: string;
    no: string;
    modules: string;
    code: string;
    more(count: number): string;
  };
  image: {
    ref: string;
    id: string;
    created: string;
    reported: string;
    platform: string;
    engine: string;
    layers: string;
    notTold: string;
    empty: string;
    sizes: Record<'fileBytes' | 'tarBytes' | 'compressedBytes' | 'engineReported', string>;
  };
  serve: { at(url: string): string; stop: string; noElectron: Record<'no-screen' | 'no-runtime', string> };
}
