import { Injectable } from '@nestjs/common';
import { Env } from '#libs/config';
import type { WabaAccess } from '#libs/phone-numbers';
import { CloudApiClient, TemplateListError, type TemplateListItem } from '#libs/whatsapp';
import { providerRefused, providerUnreachable } from './templates.errors.js';

/** Reads an account's templates from Meta, or from the simulator that serves sandbox numbers. */
@Injectable()
export class ProviderTemplates {
  constructor(private readonly env: Env) {}

  /** Every page, or an error: half a list would retire the other half. */
  async list({ wabaId, accessToken, baseUrl }: WabaAccess): Promise<TemplateListItem[]> {
    const client = new CloudApiClient({ baseUrl, apiVersion: this.env.GRAPH_API_VERSION, connections: 1 });
    try {
      const items: TemplateListItem[] = [];
      for await (const item of client.listTemplates({ wabaId, accessToken })) items.push(item);
      return items;
    } catch (error) {
      throw translated(wabaId, error);
    } finally {
      await client.close();
    }
  }
}

function translated(wabaId: string, error: unknown): Error {
  if (error instanceof TemplateListError) {
    return error.graphError ? providerRefused(wabaId, error.graphError.message) : providerUnreachable(error.message);
  }
  const { code, message } = error as { code?: unknown; message?: string };
  return providerUnreachable(typeof code === 'string' ? code : (message ?? 'no answer'));
}
