export { MailModule } from './mail.module.js';
export { type MailRequest, MailRequests } from './mail-requests.service.js';
export { MailRetention } from './mail-retention.service.js';
export { MailSender } from './mail-sender.service.js';
export { MAIL_TEMPLATES, type MailTemplateName } from './mail-templates.js';
export { MAIL_LANGUAGES, type MailLanguage, mailLanguage, type RenderedMail, renderMail } from './render-mail.js';
