import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '../../tools/services.mjs';
import { AppProcess, runCli } from './app-process.js';
import { environment } from './environment.js';
import type { TemplateUrls } from './services.global.js';

/** What `seed-demo` writes: the keys and people of two agencies. */
export interface Demo {
  readonly platformAdmin: { readonly email: string; readonly password: string };
  readonly agencies: readonly DemoAgency[];
  readonly webhook: Webhook;
}

export interface DemoAgency {
  readonly id: string;
  readonly slug: string;
  readonly apiKey: string;
  readonly phoneNumberId: string;
  readonly users: readonly { readonly role: string; readonly email: string; readonly password: string }[];
  readonly sampleMessage: {
    readonly to: string;
    readonly purpose: string;
    readonly template: unknown;
    readonly reference?: string;
  };
}

interface Webhook {
  readonly url: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

/** What a copy of the template needs to live: the key that its secrets are sealed with, and what its simulator knows. */
export interface SeededDemo {
  readonly demo: Demo;
  readonly keyFile: string;
  readonly world: { readonly webhook: Webhook; readonly wabas: readonly unknown[] };
}

/** Migrates and seeds the template with the commands that people use. Afterwards nobody is connected to it. */
export async function seedTemplate(template: TemplateUrls, redisUrl: string, directory: string): Promise<SeededDemo> {
  const keyFile = join(directory, 'master.key');
  const output = join(directory, 'demo.json');
  const [apiPort, simulatorPort] = await Promise.all([freePort(), freePort()]);
  const env = environment({ ...template, redisUrl, keyFile, apiPort, simulatorPort });
  const simulator = AppProcess.start('simulator', env);
  const ear = await listenTo(env['SIMULATOR_CONTROL_URL'] ?? '');
  try {
    await runCli(['create-master-key', '--file', keyFile], env);
    await runCli(['migrate'], { ...env, DATABASE_ADMIN_URL: template.adminUrl });
    await simulator.answers(`${env['SIMULATOR_CONTROL_URL']}/_sim/health`);
    const apiUrl = env['PUBLIC_URL'] ?? '';
    await runCli(['seed-demo', '--simulator-url', ear.url, '--api-url', apiUrl, '--output', output], env);
    return { demo: JSON.parse(readFileSync(output, 'utf8')), keyFile, world: JSON.parse(ear.heard()) };
  } finally {
    ear.close();
    await simulator.stop();
  }
}

/** Passes on to the simulator what `seed-demo` tells it, and remembers it: it does not tell the secrets of its world again. */
async function listenTo(simulatorUrl: string) {
  let heard = '';
  const server = createServer(async (request, response) => {
    heard = await text(request);
    const { method, headers } = request;
    const answer = await fetch(`${simulatorUrl}${request.url}`, {
      method,
      headers: { 'content-type': headers['content-type'] ?? '' },
      body: heard,
    });
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, heard: () => heard, close: () => server.close() };
}
