import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationFault } from './destination.js';

const STRICT = { ports: [443], loopback: false };
const DEMO = { ports: [443], loopback: true };
const codeOf = (url: string, rules = STRICT) => destinationFault(url, rules)?.code ?? 'allowed';

describe(destinationFault, () => {
  it.each([
    'https://health.example/belfry',
    'https://health.example:443/belfry?x=1',
    'https://HEALTH.example./belfry',
    'https://münchen.example/',
    'https://8.8.8.8/hook',
    'https://[2a00:1450:4001::1]/hook',
  ])('lets pass %s', (url) => expect(codeOf(url)).toBe('allowed'));

  it.each([
    ['not-a-url', ''],
    ['not-a-url', 'health.example/hook'],
    ['not-a-url', '//health.example'],
    ['not-a-url', 'https://'],
    ['not-a-url', 'https://999.1.1.1/'],
    ['not-a-url', 'https://[::1'],
    ['not-a-url', 'https://exa mple.org/'],
    ['not-https', 'http://health.example/'],
    ['not-https', 'ftp://health.example/'],
    ['not-https', 'file:///etc/passwd'],
    ['not-https', 'gopher://127.0.0.1:70/'],
    ['not-https', 'javascript:alert(1)'],
    ['not-https', 'data:text/plain,x'],
    ['not-https', 'unix:/var/run/docker.sock'],
    ['not-https', 'http://127.0.0.1/'],
    ['has-credentials', 'https://user@health.example/'],
    ['has-credentials', 'https://user:pass@health.example/'],
    ['has-credentials', 'https://health.example@127.0.0.1/'],
    ['has-credentials', 'https://health.example/#part'],
    ['port-not-allowed', 'https://health.example:8443/'],
    ['port-not-allowed', 'https://health.example:22/'],
    ['port-not-allowed', 'https://health.example:5432/'],
    ['port-not-allowed', 'https://127.0.0.1:6379/'],
    ['too-long', `https://health.example/${'x'.repeat(2000)}`],
  ])('says %s of %s', (code, url) => expect(codeOf(url)).toBe(code));

  it.each([
    'https://localhost/',
    'https://LOCALHOST/',
    'https://localhost./',
    'https://api.localhost/',
    'https://postgres/',
    'https://redis./',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://127.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://127.255.255.254/',
    'https://①②⑦.0.0.1/',
    'https://0/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://10.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://0xc0a80101/',
    'https://3232235777/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/',
    'https://0xa9fea9fe/',
    'https://169.254.170.2/',
    'https://168.63.129.16/',
    'https://100.100.100.200/',
    'https://100.64.0.1/',
    'https://192.0.0.192/',
    'https://198.18.0.1/',
    'https://203.0.113.7/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[64:ff9b::169.254.169.254]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    'https://[fc00::1]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://[100::1]/',
    'https://[5f00::1]/',
  ])('says address-not-allowed of %s', (url) => expect(codeOf(url)).toBe('address-not-allowed'));

  it('never lets a private IPv4 address pass, however it is spelled', () => {
    const privateFirst = fc.constantFrom([10], [127], [169, 254], [172, 20], [192, 168], [100, 64], [0]);
    const spelled = fc.tuple(privateFirst, fc.array(fc.nat(255), { minLength: 4, maxLength: 4 }), fc.nat(3));
    fc.assert(
      fc.property(spelled, ([first, rest, spelling]) => {
        const bytes = [...first, ...rest].slice(0, 4);
        expect(codeOf(`https://${spell(bytes, spelling)}/`)).toBe('address-not-allowed');
      }),
    );
  });

  it('lets this machine pass only where it is said so, and nothing else then', () => {
    expect(codeOf('http://127.0.0.1:8080/hook', DEMO)).toBe('allowed');
    expect(codeOf('http://localhost:8080/hook', DEMO)).toBe('allowed');
    expect(codeOf('http://[::1]:8080/hook', DEMO)).toBe('allowed');
    expect(codeOf('http://health.example/', DEMO)).toBe('not-https');
    expect(codeOf('https://10.0.0.1/', DEMO)).toBe('address-not-allowed');
    expect(codeOf('https://169.254.169.254/', DEMO)).toBe('address-not-allowed');
  });
});

function spell(bytes: readonly number[], spelling: number): string {
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const hex = number.toString(16).padStart(8, '0');
  const ways = [bytes.join('.'), String(number), `0x${hex}`, `[::ffff:${hex.slice(0, 4)}:${hex.slice(4)}]`];
  return ways[spelling] ?? '';
}
