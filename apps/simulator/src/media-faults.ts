import { ControlError } from './control-error.js';
import { isObject } from './json.js';

const STEPS = ['upload', 'describe', 'download', 'session'] as const;
export type MediaStep = (typeof STEPS)[number];

interface MediaFault {
  readonly httpStatus: number;
  readonly code: number;
  /** Instead of an answer the connection breaks after so many bytes. */
  readonly cutAfter: number | null;
  left: number;
}

/** What goes wrong with files: `{ step, count?, httpStatus?, code?, cutAfter? }`. Deterministic: the next `count` calls. */
export class MediaFaults {
  private readonly faults = new Map<MediaStep, MediaFault>();

  add(input: unknown): object {
    const { step, count = 1, httpStatus = 500, code = 131000, cutAfter = null } = isObject(input) ? input : {};
    const known = STEPS.find((one) => one === step);
    if (!known) throw new ControlError('invalid-media-fault', `step is one of ${STEPS.join(', ')}.`, 'step');
    for (const [field, value] of Object.entries({ count, httpStatus, code, cutAfter: cutAfter ?? 0 })) {
      if (!Number.isInteger(value)) throw new ControlError('invalid-media-fault', `${field} is a whole number.`, field);
    }
    this.faults.set(known, {
      left: count as number,
      httpStatus: httpStatus as number,
      code: code as number,
      cutAfter: cutAfter as number | null,
    });
    return { success: true };
  }

  /** The fault of this call, or null. */
  next(step: MediaStep): MediaFault | null {
    const fault = this.faults.get(step);
    if (!fault || fault.left <= 0) return null;
    fault.left--;
    return fault;
  }
}
