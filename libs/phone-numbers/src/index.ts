export { NumberTrouble } from './number-trouble.js';
export type { ListedNumber, NewPhoneNumber, NumberForSending, SendingNumber } from './phone-number.js';
export { PhoneNumbersModule } from './phone-numbers.module.js';
export { PhoneNumbersService } from './phone-numbers.service.js';
export type { Portfolio } from './portfolio.js';
export { PortfoliosService } from './portfolios.service.js';
export type { WabaAccess } from './waba-access.js';
