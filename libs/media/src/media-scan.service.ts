import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Env } from '#libs/config';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { Clock, systemContext, type Uuid } from '#libs/kernel';
import { ClamdClient, type ScanVerdict } from './clamd-client.js';
import type { MediaRow, MediaState } from './media.js';
import { MediaRepository } from './media.repository.js';
import { MediaVault } from './media-vault.service.js';

/** Has files looked at by the virus scanner. Until it has spoken, a file is neither served nor sent. */
@Injectable()
export class MediaScan {
  private readonly clamd: ClamdClient | null;

  constructor(
    env: Env,
    private readonly database: AgencyDatabase,
    private readonly media: MediaRepository,
    private readonly vault: MediaVault,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.clamd = env.CLAMD_URL === undefined ? null : new ClamdClient(env.CLAMD_URL);
  }

  /**
   * Looks at a file that waits for it. Without a scanner every file that is what it says passes.
   * @throws ScannerAway when the scanner is not there
   */
  async scan(agencyId: Uuid, row: MediaRow, silenceMs?: number): Promise<MediaState> {
    if (row.state !== 'scanning') return row.state;
    const verdict = this.clamd ? await this.clamd.scan(await this.vault.read(agencyId, row), silenceMs) : CLEAN;
    return this.database.agencyTransaction(systemContext(agencyId), (tx) => this.settle(tx, row.id, verdict));
  }

  private async settle(tx: AgencyTx, id: Uuid, verdict: ScanVerdict): Promise<MediaState> {
    const at = this.clamd ? this.clock.now() : null;
    if (verdict.kind === 'clean') {
      await this.media.move(tx, id, ['scanning'], 'clean', { at });
      return 'clean';
    }
    const refusal = verdict.kind === 'infected' ? 'media-infected' : 'media-unscannable';
    const finding = verdict.kind === 'infected' ? verdict.name : verdict.why;
    const isNew = await this.media.move(tx, id, ['scanning'], 'quarantined', { refusal, finding, at });
    if (isNew) {
      const target = { kind: 'media', id };
      await this.audit.record(tx, { type: 'media.quarantined', target, reason: refusal, detail: { finding } });
    }
    return 'quarantined';
  }
}

const CLEAN: ScanVerdict = { kind: 'clean' };
