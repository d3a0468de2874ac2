import { EventEmitter } from 'node:events';
import { report } from './report.ts';

/** Emits `answer` with the number of the button, when the test presses one. */
export const answers = new EventEmitter();
/** Emits `click` when the test clicks on the last notification. */
export const clicks = new EventEmitter();

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
    clicks.removeAllListeners('click');
    clicks.once('click', () => this.emit('click'));
    report({ type: 'notification', ...this.#text });
  }
}
