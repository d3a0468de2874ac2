import { EventEmitter } from 'node:events';
import { report } from './report.ts';

/** Emits `answer` with the number of the button, when the test presses one. */
export const answers = new EventEmitter();
/** The last notification. */
export let lastNotification: Notification | null = null;

export const dialog = {
  showMessageBox(question: { message: string; detail: string }): Promise<{ response: number }> {
    report({ type: 'question', message: question.message, detail: question.detail });
    return new Promise((answered) => answers.once('answer', (response: number) => answered({ response })));
  },
};

export class Notification extends EventEmitter {
  readonly #text: { title: string; body: string };

  constructor(text: { title: string; body: string }) {
    super();
    this.#text = text;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    lastNotification = this;
    report({ type: 'notification', ...this.#text });
  }
}
