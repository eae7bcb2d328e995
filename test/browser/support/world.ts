import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ApiClient } from '../../support/api-client.js';
import { eventually } from '../../support/eventually.js';
import { type DemoAgency, TestSystem } from '../../support/system.js';
import { launchBrowser, openBrowser, type View } from './browser.js';
import { type Places, placesInAgency, placesOnPlatform } from './places.js';

export interface Person {
  readonly email: string;
  readonly password: string;
}

/** Whoever comes without a session is told so by the first request, and browsers print every refusal. */
export const NO_SESSION = /status of 401 .*\/v1\/sessions\/refresh/;

/** The whole system, a browser that looks at its console, and the people of the demo. All scenarios share one. */
export class BrowserWorld {
  inAgency: Places = {};
  onPlatform: Places = {};

  private constructor(
    readonly system: TestSystem,
    readonly browser: Browser,
  ) {}

  static async start(): Promise<BrowserWorld> {
    const [system, browser] = await Promise.all([TestSystem.start({ host: 'localhost' }), launchBrowser()]);
    const world = new BrowserWorld(system, browser);
    [world.inAgency, world.onPlatform] = await Promise.all([placesInAgency(world), placesOnPlatform(world)]);
    return world;
  }

  get origin(): string {
    return new URL(this.system.env['PUBLIC_URL'] ?? '').origin;
  }

  get platformAdmin(): Person {
    return this.system.demo.platformAdmin;
  }

  person(role: string, agency: DemoAgency = this.system.agency): Person {
    const person = agency.users.find((one) => one.role === role);
    if (!person) throw new Error(`the demo has no ${role}`);
    return person;
  }

  /** A browser of one's own at an address of the console. */
  async visit(path: string, view?: View): Promise<{ context: BrowserContext; page: Page }> {
    const opened = await openBrowser(this.browser, view);
    await opened.page.goto(`${this.origin}${path}`);
    return opened;
  }

  /** Signed in by hand, and on the first page. */
  async signedIn(person: Person): Promise<{ context: BrowserContext; page: Page }> {
    const opened = await this.visit('/sign-in');
    await signIn(opened.page, person);
    await opened.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return opened;
  }

  /** The same person over the API. */
  async api({ email, password }: Person): Promise<ApiClient> {
    const { status, body } = await new ApiClient(this.system.apiUrl).post<{ accessToken: string }>('/v1/sessions', {
      email,
      password,
    });
    expect(status).toBe(201);
    return new ApiClient(this.system.apiUrl, body.accessToken);
  }

  /** The same session over the API, proved once more: what is dangerous is open to it for ten minutes. */
  async provedApi(person: Person): Promise<ApiClient> {
    const api = await this.api(person);
    expect((await api.post('/v1/me/step-up', { password: person.password })).status).toBe(201);
    return api;
  }

  /** Somebody new where the inviter belongs, with one role. */
  async newPerson(role: string, inviter: Person, name = role.replaceAll('_', '-')): Promise<Person> {
    const person = { email: `${name}@city-health.example`, password: 'a long enough password' };
    const api = await this.provedApi(inviter);
    expect((await api.post('/v1/invitations', { email: person.email, roles: [role] })).status).toBe(201);
    await this.accept(await this.linkFor(person.email), { name: `Someone ${name}`, password: person.password });
    return person;
  }

  /** The same person in another agency too. */
  async alsoIn(role: string, inviter: Person, { email }: Person): Promise<void> {
    const first = await this.linkFor(email);
    const api = await this.provedApi(inviter);
    expect((await api.post('/v1/invitations', { email, roles: [role] })).status).toBe(201);
    const link = await eventually(async () => {
      const newest = await this.linkFor(email);
      expect(newest).not.toBe(first);
      return newest;
    });
    await this.accept(link, { name: 'Someone of two' });
  }

  private async accept(link: string, by: { name: string; password?: string }): Promise<void> {
    const path = `/v1/invitations/${link.replace('/invite/', '')}/accept`;
    const { status } = await new ApiClient(this.system.apiUrl).post(path, by);
    // Whoever has an account already joins and signs in afterwards.
    expect(status).toBe('password' in by ? 201 : 200);
  }

  /** The path of the link in the newest mail to somebody that leads to such a page. */
  async linkFor(address: string, page = '/invite/'): Promise<string> {
    return eventually(async () => {
      const { data } = await this.system.sim<{ data: { text: string }[] }>(
        'GET',
        `mails?to=${encodeURIComponent(address)}`,
      );
      const link = data
        .map(({ text }) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? ''))
        .find(({ pathname }) => pathname.startsWith(page));
      expect(link?.origin).toBe(this.origin);
      return link?.pathname ?? '';
    });
  }

  async stop(): Promise<void> {
    await Promise.all([this.browser.close(), this.system.stop()]);
  }
}

export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
