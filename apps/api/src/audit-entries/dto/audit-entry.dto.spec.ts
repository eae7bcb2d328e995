import { describe, expect, it } from 'vitest';
import { type AuditEntry, leafHash, writeEntry } from '#libs/audit';
import { toWireId } from '#libs/kernel';
import { toAuditEntryDto } from './audit-entry.dto.js';

const ID = '01930000-0000-7000-8000-000000000001';

describe(toAuditEntryDto, () => {
  it('shows what the entry says with ids of the API, and its exact bytes', () => {
    const says: AuditEntry = {
      actor: { id: ID, kind: 'api_key' },
      agency: ID,
      at: '2026-11-22T10:00:01.123000Z',
      category: 'message',
      id: ID,
      ip: '203.0.113.0/24',
      outcome: 'denied',
      reason: 'consent-withdrawn',
      req: ID,
      target: { id: ID, kind: 'phone_number' },
      type: 'message.rejected',
      v: 1,
    };
    const entry = Buffer.from(writeEntry(says));
    const shown = toAuditEntryDto({ seq: '41', id: ID, says, entry, leafHash: leafHash(entry) }, new Map());
    expect(JSON.parse(JSON.stringify(shown))).toEqual({
      seq: '41',
      id: toWireId('auditEntry', ID),
      at: says.at,
      type: 'message.rejected',
      category: 'message',
      outcome: 'denied',
      actor: { kind: 'api_key', id: toWireId('apiKey', ID) },
      target: { kind: 'phone_number', id: toWireId('phoneNumber', ID) },
      reason: 'consent-withdrawn',
      requestId: ID,
      network: '203.0.113.0/24',
      leafHash: leafHash(entry).toString('base64'),
      entry: entry.toString('base64'),
    });
  });
});
