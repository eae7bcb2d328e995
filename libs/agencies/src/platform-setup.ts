import { Injectable } from '@nestjs/common';
import { type DataKeyClass, KeyRing } from '#libs/crypto';
import { PLATFORM_AGENCY_ID } from '#libs/kernel';

const PLATFORM_KEYS: readonly DataKeyClass[] = ['data', 'index', 'api-key-pepper', 'session-signing', 'webhook'];

/** What the platform itself needs before the first agency. Safe to run again; `migrate` does so each time. */
@Injectable()
export class PlatformSetup {
  constructor(private readonly keyRing: KeyRing) {}

  async ensure(): Promise<void> {
    await this.keyRing.ensure(PLATFORM_AGENCY_ID, PLATFORM_KEYS);
  }
}
