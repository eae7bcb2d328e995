export { SsoModule } from './sso.module.js';
export type { NewSsoSettings, SsoSettingsView } from './sso-settings.js';
export { SsoSettingsService } from './sso-settings.service.js';
export { SsoSignInService, START_SECONDS } from './sso-sign-in.service.js';
