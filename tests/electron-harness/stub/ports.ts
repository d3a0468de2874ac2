import { EventEmitter } from 'node:events';

type Deliver = (data: unknown) => void;

/** One end of a channel in Electron's main process: it delivers messages, wrapped in events, once it is started. */
export class MessagePortMain extends EventEmitter {
  #other: { deliver: Deliver; closed: () => void } | null = null;
  #waiting: unknown[] | null = [];
  #closed = false;

  connect(other: { deliver: Deliver; closed: () => void }): void {
    this.#other = other;
  }
  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }
  postMessage(data: unknown): void {
    if (!this.#closed) this.#other?.deliver(structuredClone(data));
  }
  /** Receives what the other end posted. */
  receive(data: unknown): void {
    if (this.#closed) return;
    if (this.#waiting) this.#waiting.push(data);
    else this.emit('message', { data, ports: [] });
  }
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#other?.closed();
    this.emit('close');
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    const { port1, port2 } = this;
    port1.connect({ deliver: (data) => port2.receive(data), closed: () => port2.close() });
    port2.connect({ deliver: (data) => port1.receive(data), closed: () => port1.close() });
  }
}
