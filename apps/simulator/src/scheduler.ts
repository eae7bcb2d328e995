import type { SimulatorClock } from './simulator-clock.js';

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** What is due within this time runs together, so that its webhooks share one POST. */
const SAME_MOMENT_MS = 5;

/** The longest delay that a timer of Node takes. */
const MAX_TIMER_MS = 2_147_483_647;

/** Runs tasks at their time by the simulator's clock: moving the clock forward makes them due at once. */
export class Scheduler {
  private readonly heap: Task[] = [];
  private timer: NodeJS.Timeout | null = null;
  private timerAt = Number.POSITIVE_INFINITY;

  constructor(private readonly clock: SimulatorClock) {
    clock.onAdvance(() => this.runDue());
  }

  now(): number {
    return this.clock.now();
  }

  at(at: number, run: () => void): void {
    this.push({ at, run });
    if (at < this.timerAt) this.arm();
  }

  after(delayMs: number, run: () => void): void {
    this.at(this.clock.now() + delayMs, run);
  }

  stop(): void {
    this.heap.length = 0;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private arm(): void {
    if (this.timer) clearTimeout(this.timer);
    const first = this.heap[0];
    this.timerAt = first?.at ?? Number.POSITIVE_INFINITY;
    if (!first) return;
    const delay = Math.min(Math.max(first.at - this.clock.now(), SAME_MOMENT_MS), MAX_TIMER_MS);
    this.timer = setTimeout(() => this.runDue(), delay);
  }

  private runDue(): void {
    const now = this.clock.now();
    // Only what is due now: a task that adds another due one must not keep the loop from answering requests.
    const due: Task[] = [];
    while (this.heap[0] && this.heap[0].at <= now) due.push(this.pop());
    for (const task of due) task.run();
    this.arm();
  }

  private push(task: Task): void {
    const heap = this.heap;
    let child = heap.push(task) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if ((heap[parent] as Task).at <= task.at) break;
      heap[child] = heap[parent] as Task;
      child = parent;
    }
    heap[child] = task;
  }

  private pop(): Task {
    const heap = this.heap;
    const first = heap[0] as Task;
    const last = heap.pop() as Task;
    if (heap.length > 0) this.sink(last);
    return first;
  }

  private sink(task: Task): void {
    const heap = this.heap;
    let parent = 0;
    for (let child = 1; child < heap.length; child = 2 * parent + 1) {
      if (child + 1 < heap.length && (heap[child + 1] as Task).at < (heap[child] as Task).at) child += 1;
      if ((heap[child] as Task).at >= task.at) break;
      heap[parent] = heap[child] as Task;
      parent = child;
    }
    heap[parent] = task;
  }
}
