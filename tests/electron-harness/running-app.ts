import type { Page } from 'playwright';
import type { Report } from './stub/report.ts';

/** The app, as started by a test. */
export interface RunningApp {
  /** Its window, after the first paint. */
  page: Page;
  /** What it did outside of its page; empty in a real Electron. */
  reports: readonly Report[];
  /** Quits the app as a user does, and returns its exit code. */
  quit(): Promise<number | null>;
}

/** Starts the built app with this environment. */
export type StartApp = (env: NodeJS.ProcessEnv) => Promise<RunningApp>;

/** Matches once the UI has painted something. */
export const painted = '#root > *';
