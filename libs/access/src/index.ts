export { ALLOW_METADATA, Allow } from './allow.decorator.js';
export { type AuthorisedRequest, Ctx } from './ctx.decorator.js';
export { PERMISSIONS, type Permission } from './permissions.js';
export { PUBLIC_METADATA, Public } from './public.decorator.js';
