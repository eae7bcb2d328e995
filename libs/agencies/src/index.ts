export { AgenciesModule } from './agencies.module.js';
export { AgenciesService } from './agencies.service.js';
export type { Agency, AgencyListing, AgencyStatus, NewAgency } from './agency.js';
export type { Department } from './department.js';
export { DepartmentsService } from './departments.service.js';
export { PlatformSetup } from './platform-setup.js';
export { isSlug, SLUG_RULE } from './slug.js';
