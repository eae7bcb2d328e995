import { describe, expect, it } from 'vitest';
import { maskPhone, phoneOfWaId } from './phone.js';

describe(maskPhone, () => {
  it.each([
    ['+447700900123', '+44•••••••123'],
    ['+15550142377', '+1•••••••377'],
    ['+5511912345678', '+55••••••••678'],
    ['+99999999999999', '+•••••••••••999'],
  ])('hides all but the last digits of %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

describe(phoneOfWaId, () => {
  it.each([
    ['447700900123', '+447700900123'],
    ['+447700900123', null],
    ['GB.123', null],
    ['', null],
  ])('reads %s as %s', (waId, phone) => {
    expect(phoneOfWaId(waId)).toBe(phone);
  });
});
