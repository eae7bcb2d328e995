import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface DemoPerson extends Credentials {
  readonly role: string;
}

export interface DescribedAgency {
  readonly id: string;
  readonly slug: string;
  readonly apiKey: string;
  /** Meta's digits of the live number. */
  readonly phoneNumberId: string;
  readonly users: readonly DemoPerson[];
  readonly sampleMessage: unknown;
}

/** `.local/demo.json`: all that a newcomer or a test needs to use the demo. Its form is a contract. */
export interface DemoFile {
  readonly apiUrl: string;
  readonly consoleUrl: string;
  readonly simulatorUrl: string;
  readonly platformAdmin: Credentials;
  readonly agencies: readonly DescribedAgency[];
  readonly webhook: { readonly url: string; readonly appSecret: string; readonly verifyToken: string };
}

/** What an earlier run wrote, as far as it can be read. */
export interface EarlierDemo {
  readonly platformAdmin?: Credentials;
  readonly agencies: readonly DescribedAgency[];
}

/** A file that is missing or damaged counts as none; what it held is then made anew. */
export async function readEarlierDemo(path: string): Promise<EarlierDemo> {
  const file = await readFile(path, 'utf8').then(parsed, () => undefined);
  return {
    ...(isPerson(file?.platformAdmin) && { platformAdmin: file.platformAdmin }),
    agencies: Array.isArray(file?.agencies) ? file.agencies.filter(isDescribed) : [],
  };
}

/** Whole or not at all, and for its owner only: it holds passwords. */
export async function writeDemoFile(path: string, content: DemoFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  try {
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`).finally(() => file.close());
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

function parsed(text: string): DemoFile | undefined {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

function isDescribed(agency: Partial<DescribedAgency> | null): agency is DescribedAgency {
  const { id, slug, apiKey, users } = agency ?? {};
  return [id, slug, apiKey].every((text) => typeof text === 'string') && Array.isArray(users) && users.every(isPerson);
}

function isPerson(person: { email?: unknown; password?: unknown } | null | undefined): person is Credentials {
  return typeof person?.email === 'string' && typeof person.password === 'string';
}
