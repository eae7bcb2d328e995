import { ERROR_CLASSES, type ErrorClass } from '#libs/whatsapp';
import { CODE_STOPPED_MARKETING, ERROR_ACTIONS, NUMBER_CONFIGURATION_CODES } from './error-actions.js';

/** What one failure does, in words for people: read off the tables that decide it, so that the two cannot differ. */
export interface ErrorEffects {
  readonly message: string;
  readonly number: string;
  readonly template: string;
  readonly agency: string;
}

const NOTHING = '–';
const IS_TOLD = 'told on its home page and in its log';

/** Of a class, or of one code that differs from its class. */
export function effectsOf(errorClass: ErrorClass, code?: number): ErrorEffects {
  const isAboutNumber = code !== undefined && NUMBER_CONFIGURATION_CODES.has(code);
  const { number, holdTemplateMs } = ERROR_ACTIONS[errorClass];
  const hold = isAboutNumber ? holdTemplateMs : number?.holdMs;
  const holdsTemplate = holdTemplateMs !== undefined && !isAboutNumber;
  return {
    message: ofMessage(errorClass),
    number: hold === undefined ? withoutHold(errorClass) : `held for ${duration(hold)}`,
    template: holdsTemplate ? `held for ${duration(holdTemplateMs)}` : NOTHING,
    agency: ofAgency(errorClass, code),
  };
}

export const ALL_CLASSES = Object.keys(ERROR_CLASSES) as ErrorClass[];

function ofMessage(errorClass: ErrorClass): string {
  const { message, pausesMs, isUnlimited } = ERROR_ACTIONS[errorClass];
  const pauses = pausesMs
    .filter((pause) => pause > 0)
    .map(duration)
    .join(', ');
  if (message === 'fail') return 'failed';
  if (message === 'doubt') return 'in doubt';
  if (message === 'wait')
    return `${pausesMs[0] === 0 ? 'keeps its place; then ' : ''}waits ${pauses}; no try is used up`;
  return isUnlimited
    ? `tried again after up to ${pauses}, until it expires`
    : `tried again after ${pauses}; then failed`;
}

function withoutHold(errorClass: ErrorClass): string {
  const { bulk, slowsNumber } = ERROR_ACTIONS[errorClass];
  if (slowsNumber) return 'half the rate, which recovers within ten seconds';
  return bulk ? bulkWords(bulk.holdMs) : NOTHING;
}

function bulkWords(holdMs: number): string {
  return `bulk held for ${duration(holdMs)}, transactional at a tenth of the pace; alerts and replies go on`;
}

function ofAgency(errorClass: ErrorClass, code: number | undefined): string {
  if (code === CODE_STOPPED_MARKETING) return "recorded as the person's stop of marketing";
  const { number, holdTemplateMs, bulk } = ERROR_ACTIONS[errorClass];
  return number || holdTemplateMs !== undefined || bulk ? IS_TOLD : NOTHING;
}

function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${seconds / 60} min` : `${seconds / 3600} h`;
}
