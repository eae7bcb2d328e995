import type { Session } from '../api/access-token.js';

/** Enough to read the warning and to find the button. https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable */
export const WARN_MS = 120_000;
/** The server writes a use down at most once a minute, so that it may know of an earlier one than we do. */
const TOUCH_MS = 60_000;

/** `idle`: a request puts it off; `final`: only signing in again does. */
export interface SessionEnd {
  kind: 'idle' | 'final';
  at: number;
}

export type Standing = { kind: 'fine' } | { kind: 'ending'; end: SessionEnd } | { kind: 'over' };

type Limits = Pick<Session, 'idleSeconds' | 'endsAt'>;

export function endOf({ idleSeconds, endsAt }: Limits, usedAt: number): SessionEnd {
  const idle = usedAt + idleSeconds * 1_000 - TOUCH_MS;
  const final = Date.parse(endsAt);
  return idle < final ? { kind: 'idle', at: idle } : { kind: 'final', at: final };
}

interface Source {
  session: () => Limits | null;
  usedAt: () => number;
}

/** Tells two minutes before a session can no longer be continued, again when it is over, and when it has been continued. */
export class SessionClock {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told: Standing = { kind: 'fine' };

  constructor(
    private readonly source: Source,
    private readonly tell: (standing: Standing) => void,
  ) {}

  /** Looks at the clock now; to be called whenever the session or its use has changed. */
  readonly look = (): void => {
    clearTimeout(this.timer);
    const session = this.source.session();
    const end = session && endOf(session, this.source.usedAt());
    const left = end ? end.at - Date.now() : 0;
    if (end && left > 0) {
      this.timer = setTimeout(this.look, left > WARN_MS ? left - WARN_MS : left);
      this.say(left > WARN_MS ? { kind: 'fine' } : { kind: 'ending', end });
    } else {
      this.say({ kind: 'over' });
    }
  };

  stop(): void {
    clearTimeout(this.timer);
  }

  private say(standing: Standing): void {
    const isSame = standing.kind === this.told.kind && !isMoved(standing, this.told);
    this.told = standing;
    if (!isSame) this.tell(standing);
  }
}

function isMoved(one: Standing, other: Standing): boolean {
  return one.kind === 'ending' && other.kind === 'ending' && one.end.kind !== other.end.kind;
}
