import { randomBytes } from 'node:crypto';
import { access, constants, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

/** Asked before anything is made: keys and passwords that cannot be written down would be lost. */
export async function assertWritable(path: string): Promise<void> {
  await access(dirname(path), constants.W_OK);
}

/** Whole or not at all, and for its owner only: it holds passwords. */
export async function writeDemoFile(path: string, content: DemoFile): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  try {
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx', mode: 0o600, flush: true });
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
