export class CatalogueCheck {}
