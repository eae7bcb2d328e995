// What the examples show; their words stay English.

export const NOW = '2026-11-22T09:30:00.000Z';

export const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'ar', label: 'العربية', description: 'Right to left' },
  { value: 'xx', label: 'Not possible here', isDisabled: true },
];

export const ROWS = [
  { id: '10,231', who: 'Amina Yusuf', what: 'Sent a template for approval', count: 1240, failed: false },
  { id: '10,230', who: 'Li Wei', what: 'Signed in', count: 7, failed: true },
  { id: '10,229', who: 'منى خليل', what: 'Changed the daily limit', count: 0, failed: false },
];

export const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
