import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Env } from '#libs/config';
import { CloudApiClient } from '#libs/whatsapp';

/** Of all numbers of a process together; a file descriptor each. */
const MOST_CONNECTIONS = 4_096;

/** One client, and so one pool of kept-alive connections, per address. */
@Injectable()
export class CloudApiClients implements OnApplicationShutdown {
  private readonly clients = new Map<string, CloudApiClient>();

  constructor(private readonly env: Env) {}

  for(baseUrl: string): CloudApiClient {
    const known = this.clients.get(baseUrl);
    if (known) return known;
    const client = new CloudApiClient({
      baseUrl,
      apiVersion: this.env.GRAPH_API_VERSION,
      connections: MOST_CONNECTIONS,
    });
    this.clients.set(baseUrl, client);
    return client;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
  }
}
