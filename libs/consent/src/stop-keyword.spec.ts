import { describe, expect, it } from 'vitest';
import { stopKeyword } from './stop-keyword.js';
import { STOP_WORDS } from './stop-words.js';

describe(stopKeyword, () => {
  it.each([
    'STOP',
    'stop',
    ' Stop. ',
    'Stop!!!',
    '"STOP"',
    'ＳＴＯＰ',
    'st\u200bop',
    '\u202aSTOP\u202c',
    '🛑 STOP 🛑',
    'stop\ufe0f',
    'Stop\n',
    `${' '.repeat(200)}stop`,
    'Stop\u00a0all',
    'opt-out',
    'Unsubscribe',
    'ARRÊT',
    'arret',
    'Arre\u0302ter',
    'désabonner',
    'Pare.',
    'BAJA',
    'cancelar inscricao',
    'ABONELİKTEN ÇIK',
    'Durdur',
    'СТОП',
    'Стоп!',
    'відписатися',
    'تَوَقُّف',
    'توقـــف',
    'إيقاف',
    'ايقاف',
    'الغاء الاشتراك',
    'بند کریں',
    'रोकें',
    'बंद करो।',
    'থামুন।',
    '停止',
    '退訂。',
    'ストップ',
    'ｽﾄｯﾌﾟ',
    '수신거부',
    'Dừng',
    'dừng lại',
    'HỦY ĐĂNG KÝ',
    'huy dang ky',
    'ΔΙΑΚΟΠΗ',
    'Itigil',
    'komesha',
    'Berhenti',
    'הסר',
    'หยุด',
  ])('takes %j for STOP', (text) => {
    expect(stopKeyword(text)).toBe('stop');
  });

  it.each([
    'START',
    'start.',
    'Unstop',
    'opt in',
    'démarrer',
    'ابدأ',
    'शुरू',
    '开始',
    'старт',
    'Başla',
    'bắt đầu',
    'anza',
    '시작',
  ])('takes %j for START', (text) => {
    expect(stopKeyword(text)).toBe('start');
  });

  it.each([
    '',
    '   ',
    '🛑',
    '...',
    'stop by tomorrow?',
    'Does the bus stop here',
    'please stop the noise in my street',
    'do not stop',
    'non-stop',
    'stops',
    'bus stop',
    'Can I start on Monday?',
    'start date',
    'yes',
    'no',
    'Đúng',
    'dung',
    'Huy',
    'acha',
    'seis',
    'STOP'.repeat(30),
  ])('takes %j for neither', (text) => {
    expect(stopKeyword(text)).toBeNull();
  });

  it('knows each word of its table, written in any case', () => {
    for (const { stop, start, onlyAccented = [] } of STOP_WORDS) {
      for (const word of [...stop, ...onlyAccented]) expect([word, stopKeyword(word)]).toEqual([word, 'stop']);
      for (const word of start) expect([word, stopKeyword(word.toUpperCase())]).toEqual([word, 'start']);
    }
  });

  it('has each language once', () => {
    const languages = STOP_WORDS.map(({ language }) => language);
    expect(new Set(languages).size).toBe(languages.length);
  });
});
