import { readFileSync, readdirSync } from 'node:fs';
import sharp from 'sharp';
import { chromium } from 'playwright-core';
import { Simulator } from './dist/apps/simulator/src/simulator.js';
import { findChromium } from './tools/setup/chromium.mjs';
const sim = await Simulator.start({ port: 0, world: JSON.parse(readFileSync('/tmp/out_work/world.json','utf8')) });
const ctl = async (m, p, b) => (await fetch(`${sim.url}/_sim/${p}`, { method: m, body: b && JSON.stringify(b) })).json();
await ctl('POST', 'profile', { name: 'default', limits: false, delays: { sent: 1, delivered: 2, read: null } });
const N = '331020410093245';
const inb = await ctl('POST', 'inbound', { from: '+447700900123', phoneNumberId: N, text: 'Where do I moor? أين أرسو؟' });
const png = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#3a7ca5' } }).png().toBuffer();
const form = new FormData(); form.set('messaging_product', 'whatsapp'); form.set('type','image/png'); form.set('file', new Blob([png], { type: 'image/png' }), 'pier.png');
const up = await (await fetch(`${sim.url}/v25.0/${N}/media`, { method: 'POST', headers: { authorization: 'Bearer token-of-health' }, body: form })).json();
const send = async (b) => { const r = await (await fetch(`${sim.url}/v25.0/${N}/messages`, { method: 'POST', headers: { authorization: 'Bearer token-of-health' }, body: JSON.stringify(b) })).json(); if (r.error) console.log(b.type, JSON.stringify(r.error)); };
const dir = 'test/fixtures/whatsapp/send/';
for (const f of readdirSync(dir)) {
  if (/^(mark|text_group|group|direct|marketing|text_to_bsuid)/.test(f)) continue;
  let s = readFileSync(dir + f, 'utf8').replace(/"77100455200\d+"/g, `"${up.id}"`).replace(/wamid\.[A-Za-z0-9+/=]+/g, inb.wamid);
  await send(JSON.parse(s));
}
await send({ messaging_product: 'whatsapp', to: '+447700900123', type: 'interactive', interactive: { type: 'list', header: { type: 'text', text: 'مكتب الميناء' }, body: { text: 'كيف يمكننا مساعدتك اليوم؟ *اختر* خدمة' }, footer: { text: 'تُحفظ الإجابات' }, action: { button: 'عرض الخدمات', sections: [{ title: 'قوارب', rows: [{ id: '1', title: 'تجديد رخصة', description: 'خمسة أيام' }, { id: '2', title: 'بيع قارب' }] }] } } });
const mode = process.argv[2];
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 500, height: 950 }, colorScheme: mode === 'dark' ? 'dark' : 'light' });
page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
page.on('pageerror', (e) => console.log('pageerror', e.message));
await page.goto(`${sim.url}/#/447700900123/${N}`);
await page.waitForSelector('.message');
await page.waitForTimeout(500);
await page.addStyleTag({ content: '' }).catch(() => {});
const h = await page.evaluate(() => document.querySelector('#messages').scrollHeight);
const step = 700;
for (let i = 0, y = 0; y < h && i < 10; i++, y += step) { await page.evaluate((t) => document.querySelector('#messages').scrollTo({ top: t, behavior: 'instant' }), y); await page.waitForTimeout(60); await page.screenshot({ path: `/tmp/out_work/phone-${String(i).padStart(2, '0')}.png` }); }
console.log('height', h);
await browser.close(); await sim.close();
