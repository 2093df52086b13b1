/** AbortController for the engine. Node's own costs more than everything else that a page does when it loads. */
import { PageEvents } from './page-events';

/** The signal of a {@link SimulatedAbortController}. */
class SimulatedAbortSignal extends PageEvents {
  aborted = false;
  reason: unknown = undefined;

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }
}

/** What `AbortController` is to a page. */
export class SimulatedAbortController {
  readonly signal = new SimulatedAbortSignal((error) => {
    throw error;
  });

  abort(reason: unknown = 'This was aborted.'): void {
    const { signal } = this;
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    signal.fire('abort');
  }
}
