export { ACROSS_AGENCIES_FUNCTIONS, type AcrossAgenciesFunction } from './across-agencies.js';
export { AgencyDatabase, type AgencyTx, isRowRefused, sqlState, violatedUnique } from './agency-database.js';
export { type BootstrapOptions, bootstrapRoles, databaseOf } from './bootstrap-roles.js';
export { CatalogueCheck } from './catalogue-check.js';
export { DataKeysRepository } from './data-keys.repository.js';
export { DatabaseModule } from './database.module.js';
export { migrate, ownerDataSource } from './migrate.js';
export { assertSchema } from './schema-check.js';
export { printSchema } from './schema-printer.js';
