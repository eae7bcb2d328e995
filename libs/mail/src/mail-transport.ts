import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Env } from '#libs/config';
import type { Uuid } from '#libs/kernel';
import type { RenderedMail } from './render-mail.js';

export interface OutgoingMail extends RenderedMail {
  readonly id: Uuid;
  readonly to: string;
}

type Deliver = (mail: OutgoingMail) => Promise<void>;

const SIMULATOR = 'simulator';
const ANSWER_WITHIN_MS = 10_000;
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Brings a mail to the mail server, or in the demo to the simulator's page. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly deliverIt: Deliver | null;
  private close: () => void = () => undefined;

  constructor(private readonly env: Env) {
    const { SMTP_URL, SIMULATOR_CONTROL_URL } = env;
    if (!SMTP_URL) this.deliverIt = null;
    else if (SMTP_URL === SIMULATOR) this.deliverIt = (mail) => this.showInSimulator(SIMULATOR_CONTROL_URL ?? '', mail);
    else this.deliverIt = this.overSmtp(SMTP_URL);
  }

  /** Without it mails wait in the database. */
  get isSet(): boolean {
    return this.deliverIt !== null;
  }

  async deliver(mail: OutgoingMail): Promise<void> {
    if (!this.deliverIt) throw new Error('SMTP_URL is not set');
    await this.deliverIt(mail);
  }

  onApplicationShutdown(): void {
    this.close();
  }

  private overSmtp(url: string): Deliver {
    const isLocal = LOCAL_HOSTS.has(new URL(url).hostname);
    const transport = createTransport({
      url,
      pool: true,
      maxConnections: 2,
      // A link that opens a door does not cross a network in clear.
      requireTLS: this.env.BELFRY_MODE === 'production' && !isLocal,
      connectionTimeout: ANSWER_WITHIN_MS,
      greetingTimeout: ANSWER_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.close = () => transport.close();
    return async ({ id, to, subject, text, html }) => {
      // The same id at each attempt: a mailbox that got the first drops the second.
      const messageId = `<${id}@${domainOf(this.from)}>`;
      await transport.sendMail({ from: this.from, to: { name: '', address: to }, subject, text, html, messageId });
    };
  }

  private async showInSimulator(url: string, { to, subject, text, html }: OutgoingMail): Promise<void> {
    const answer = await fetch(`${url}/_sim/mails`, {
      method: 'POST',
      body: JSON.stringify({ from: this.from, to, subject, text, html }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!answer.ok) throw new Error(`the simulator answered ${answer.status}`);
  }

  private get from(): string {
    return this.env.MAIL_FROM || 'Belfry <belfry@localhost>';
  }
}

function domainOf(from: string): string {
  return /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
