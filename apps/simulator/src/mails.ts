import { ControlError } from './control-error.js';
import { isObject, isText } from './json.js';
import type { SimulatorClock } from './simulator-clock.js';

export interface ShownMail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** At most so many are kept; nobody reads further back on a page. */
const MAX_KEPT = 500;
const FIELDS = ['from', 'to', 'subject', 'text', 'html'] as const;

/** The mailboxes of the people who try Belfry: what would go to a mail server arrives here and goes nowhere else. */
export class Mails {
  private kept: ShownMail[] = [];
  private count = 0;

  constructor(private readonly clock: SimulatorClock) {}

  /** Returns the id of the mail. */
  add(body: unknown): string {
    const mail = isObject(body) ? body : {};
    for (const field of FIELDS) {
      if (!isText(mail[field])) throw new ControlError('invalid-mail', `${field} is a text that is not empty.`, field);
    }
    const [from, to, subject, text, html] = FIELDS.map((field) => mail[field] as string) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const id = `mail-${++this.count}`;
    this.kept.push({ id, at: new Date(this.clock.now()).toISOString(), from, to, subject, text, html });
    this.kept = this.kept.slice(-MAX_KEPT);
    return id;
  }

  /** Newest first; `to` in any case. */
  list(to: string | null): readonly ShownMail[] {
    const wanted = to?.trim().toLowerCase();
    return this.kept.filter((mail) => !wanted || mail.to.toLowerCase() === wanted).reverse();
  }
}
