import { createHmac } from 'node:crypto';

/**
 * A keyed fingerprint to find equal values without storing them: HMAC-SHA-256(key, label ‖ 0x00 ‖ value). The label
 * (`phone-v1`) keeps the same text in two columns from looking the same. The caller brings the value into one form first.
 */
export function blindIndex(indexKey: Buffer, label: string, value: string): Buffer {
  return createHmac('sha256', indexKey).update(`${label}\0${value}`, 'utf8').digest();
}
