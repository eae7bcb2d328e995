import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Env } from '#libs/config';
import { MediaClient } from '#libs/whatsapp';

/** One client for each address of WhatsApp or a simulator, with its connections kept. */
@Injectable()
export class MediaClients implements OnModuleDestroy {
  private readonly clients = new Map<string, MediaClient>();

  constructor(private readonly env: Env) {}

  of(baseUrl: string): MediaClient {
    const known = this.clients.get(baseUrl);
    if (known) return known;
    const made = new MediaClient({ baseUrl, apiVersion: this.env.GRAPH_API_VERSION });
    this.clients.set(baseUrl, made);
    return made;
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
  }
}
