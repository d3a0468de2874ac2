import { execa } from 'execa';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckReport, DoctorReport, FixPreview, FixResult } from '#contract/doctor';
import { drain } from '#contract/streams';
import { examine, fixFindings, previewFixes } from '#core/doctor';
import { openHistory } from '#core/history';
import { applyPlan, planShells } from '#core/profiles';
import { adoptToolchain } from '#core/switching';
import type { System } from '#core/system';
import { goEnv } from './go-programs.ts';
import { ShellHome } from './shell-home.ts';

/** A person's home in which all is well: the machine's Go is adopted, and bash, the login shell, is set up. */
export class DoctorHome implements AsyncDisposable {
  readonly shells: ShellHome;
  /** The system as the doctor sees it; its PATH begins with Burrow's shims. */
  system: System;
  readonly goroot: string;
  readonly bugs: unknown[] = [];

  private constructor(shells: ShellHome, goroot: string) {
    this.shells = shells;
    this.goroot = goroot;
    const PATH = [shells.shims, shells.system.env['PATH']].join(':');
    this.system = { ...shells.system, env: { ...shells.system.env, PATH } };
  }

  static async make(): Promise<DoctorHome> {
    const asked = await execa('go', ['env', 'GOROOT'], { cwd: tmpdir(), env: await goEnv() });
    const home = new DoctorHome(await ShellHome.make('/bin/bash'), asked.stdout);
    await mkdir(home.dir);
    await adoptToolchain(home.system, { path: home.goroot });
    await applyPlan(home.system, (await planShells(home.system)).id);
    return home;
  }

  get home(): string {
    return this.shells.home;
  }

  path(name: string): string {
    return join(this.home, name);
  }

  /** A path below the home folder without it, also within a command. */
  short(text: string): string {
    return text.replaceAll(`${this.home}/`, '');
  }

  /** Where Burrow has a toolchain for this machine. */
  toolchain(version: string): string {
    return this.path(`.burrow/toolchains/${version}.${this.system.os}-${this.system.arch}`);
  }

  /** Puts a folder first in PATH. */
  putFirst(folder: string): void {
    const PATH = [folder, this.system.env['PATH']].join(':');
    this.system = { ...this.system, env: { ...this.system.env, PATH } };
  }

  /** The folder that is examined. */
  get dir(): string {
    return this.path('project');
  }

  get #scene() {
    let opened: ReturnType<typeof openHistory> | undefined;
    const history = () => (opened ??= openHistory(this.system));
    return { system: this.system, dir: this.dir, history };
  }

  /** Everything in the home but Burrow's own and what Go counts there. */
  async everything(): Promise<Record<string, string>> {
    const all = Object.entries(await this.shells.everything());
    return Object.fromEntries(all.filter(([name]) => !name.startsWith('.config/go/telemetry')));
  }

  readonly #onBug = (check: string, bug: unknown): Promise<void> =>
    Promise.resolve(void this.bugs.push([check, bug]));

  examine(onReport: (report: CheckReport) => void = () => {}, signal?: AbortSignal): Promise<DoctorReport> {
    return drain(examine(this.#scene, { onBug: this.#onBug, signal }), onReport);
  }

  preview(ids: readonly string[]): Promise<FixPreview> {
    return previewFixes(this.#scene, ids, { onBug: this.#onBug });
  }

  async fix(ids: readonly string[]): Promise<FixResult> {
    const { id } = await this.preview(ids);
    return fixFindings(this.#scene, { id, ids }, { onBug: this.#onBug });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.shells[Symbol.asyncDispose]();
  }
}
