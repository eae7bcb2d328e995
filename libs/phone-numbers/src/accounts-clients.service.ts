import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import { AccountsClient } from '#libs/whatsapp';

/** Opens a connection to Meta, or to the simulator in its place, for one piece of onboarding. */
@Injectable()
export class AccountsClients {
  constructor(private readonly env: Env) {}

  async with<T>(baseUrl: string, work: (client: AccountsClient) => Promise<T>): Promise<T> {
    const client = new AccountsClient({ baseUrl, apiVersion: this.env.GRAPH_API_VERSION });
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  }
}
