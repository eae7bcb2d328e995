import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock, newId, systemContext } from '#libs/kernel';
import { MailRequests, MailRetention, MailSender } from '#libs/mail';
import { PlatformFixture } from './platform-fixture.js';

/** The server side of RFC 5321, as far as a mail needs it. Refuses whoever is told to be unknown. */
class MailServer {
  readonly mails: string[] = [];
  private isAway = false;
  private readonly open = new Set<Socket>();
  private readonly server: Server = createServer((socket) => {
    if (this.isAway) return void socket.end('421 4.3.2 Not now\r\n');
    this.open.add(socket);
    let data: string | null = null;
    let rest = '';
    const say = (line: string) => void socket.write(`${line}\r\n`);
    say('220 mail.example');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (data !== null && line !== '.') data += `${line}\n`;
        else if (data !== null) {
          this.mails.push(data);
          data = null;
          say('250 2.0.0 Taken');
        } else if (/^(EHLO|MAIL|RSET|NOOP)/.test(line)) say('250 2.0.0 Yes');
        else if (line.startsWith('RCPT')) say(line.includes('nobody@') ? '550 5.1.1 No such mailbox' : '250 2.1.5 Yes');
        else if (line === 'DATA') {
          data = '';
          say('354 Go on');
        } else if (line === 'QUIT') socket.end('221 2.0.0 Bye\r\n');
        else say('502 5.5.1 What?');
      }
    });
  });

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `smtp://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  /** Also ends the connections that are kept open for the next mail. */
  goAway(isAway: boolean): void {
    this.isAway = isAway;
    for (const socket of this.open) socket.destroy();
  }

  close(): void {
    this.server.close();
  }
}

const LINK = 'https://belfry.example/invitations/secret-token';
const invitation = (to: string) => ({
  to,
  template: 'invitation' as const,
  language: 'fr-CA',
  values: { agency: 'Santé', link: LINK, expires: '2026-03-04T05:06:00Z' },
});

const server = new MailServer();
let platform: PlatformFixture;

beforeAll(async () => {
  const url = await server.listen();
  platform = await PlatformFixture.open({ SMTP_URL: url, MAIL_FROM: 'Belfry <belfry@city.example>' });
});

afterAll(async () => {
  await platform?.close();
  server.close();
});

async function rows(agencyId: string): Promise<Record<string, unknown>[]> {
  const sql = 'SELECT * FROM mails WHERE agency_id = $1 ORDER BY created_at, id';
  return (await platform.database.admin.query(sql, [agencyId])).rows;
}

const send = () => platform.get(MailSender).sendDue();
const ask = (ctx: ReturnType<typeof systemContext>, to: string) =>
  platform.within(ctx, (tx) => platform.get(MailRequests).add(tx, invitation(to)));

describe(MailSender, () => {
  it('sends what a transaction asked for, in the language of the reader, and keeps nothing of it', async () => {
    const ctx = await platform.agency();
    await ask(ctx, 'ada@city.example');
    const [waiting] = await rows(ctx.agencyId);
    expect(
      JSON.stringify(waiting, (_, v) => (v?.type === 'Buffer' ? Buffer.from(v.data).toString('latin1') : v)),
    ).not.toMatch(/ada@|secret-token/);
    expect(await send()).toBe(1);
    expect(server.mails).toHaveLength(1);
    const mail = server.mails[0] ?? '';
    expect(mail).toContain('From: Belfry <belfry@city.example>');
    expect(mail).toContain('To: ada@city.example');
    expect(mail).toContain(`Message-ID: <${String(waiting?.['id'])}@city.example>`);
    expect(mail.replace(/=\n/g, '')).toContain(LINK);
    expect(mail).toContain('multipart/alternative');
    expect(await rows(ctx.agencyId)).toMatchObject([{ state: 'sent', attempts: 1, content_sealed: null }]);
    expect(await send()).toBe(0);
  });

  it('sends nothing for a transaction that failed', async () => {
    const ctx = await platform.agency();
    const work = platform.within(ctx, async (tx) => {
      await platform.get(MailRequests).add(tx, invitation('bo@city.example'));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await rows(ctx.agencyId)).toEqual([]);
  });

  it('gives up an address that the mail server refuses', async () => {
    const ctx = await platform.agency();
    await ask(ctx, 'nobody@city.example');
    expect(await send()).toBe(1);
    expect(await rows(ctx.agencyId)).toMatchObject([
      { state: 'failed', failure: 'EENVELOPE 550', content_sealed: null, settled_at: expect.any(Date) },
    ]);
  });

  it('leaves the empty row for some weeks, and nothing of what still waits or is new', async () => {
    const ctx = await platform.agency();
    await ask(ctx, 'old@city.example');
    await ask(ctx, 'nobody@city.example');
    await ask(ctx, 'new@city.example');
    await send();
    await ask(ctx, 'waiting@city.example');
    const [sent, refused] = await rows(ctx.agencyId);
    const sql = `UPDATE mails SET settled_at = now() - interval '31 days', created_at = now() - interval '32 days' WHERE id = ANY ($1)`;
    await platform.database.admin.query(sql, [[sent?.['id'], refused?.['id']]]);
    const sweep = () => platform.within(ctx, (tx) => platform.get(MailRetention).sweep(tx));
    expect(await sweep()).toBe(2);
    expect(await sweep()).toBe(0);
    expect((await rows(ctx.agencyId)).map(({ state }) => state)).toEqual(['sent', 'waiting']);
    await send();
  });

  it('tries again after a pause when the mail server is away', async () => {
    const ctx = await platform.agency();
    const before = server.mails.length;
    server.goAway(true);
    await ask(ctx, 'cy@city.example');
    expect(await send()).toBe(1);
    expect(await rows(ctx.agencyId)).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    expect(await send()).toBe(0);
    server.goAway(false);
    platform.get(Clock).setOffset(6_000);
    expect(await send()).toBe(1);
    platform.get(Clock).setOffset(0);
    expect(server.mails).toHaveLength(before + 1);
    expect(await rows(ctx.agencyId)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('lets two workers share the mails without sending one twice', async () => {
    const ctx = await platform.agency();
    const before = server.mails.length;
    const wanted = Array.from({ length: 12 }, (_, i) => invitation(`person${i}@city.example`));
    await platform.within(ctx, (tx) => platform.get(MailRequests).add(tx, wanted));
    const tried = await Promise.all([send(), send()]);
    expect(tried[0] + tried[1] + (await send())).toBe(12);
    expect(new Set(server.mails.slice(before).map((mail) => /To: (\S+)/.exec(mail)?.[1])).size).toBe(12);
  });
});

describe(MailRequests, () => {
  it('needs one statement for any number of mails', async () => {
    const ctx = await platform.agency();
    const statements: number[] = [];
    for (const count of [1, 20]) {
      await platform.within(ctx, async (tx) => {
        const counted = {
          ...tx,
          execute: (sql: string, values?: readonly unknown[]) => {
            statements.push(count);
            return tx.execute(sql, values);
          },
        };
        await platform.get(MailRequests).add(
          counted,
          Array.from({ length: count }, () => invitation(`${newId()}@x.example`)),
        );
      });
    }
    expect(statements).toEqual([1, 20]);
  });

  it('refuses a mail with a hole', async () => {
    const ctx = await platform.agency();
    const broken = { ...invitation('a@b.example'), values: { agency: 'A' } };
    await expect(platform.within(ctx, (tx) => platform.get(MailRequests).add(tx, broken))).rejects.toThrow('link');
  });
});
