import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CATALOGUE_RULES, type CatalogueRule } from './catalogue-rules.js';

/**
 * Asks Postgres itself whether the isolation of agencies still holds. Runs in the tests after every migration and at boot,
 * where a violation keeps the process from starting.
 */
@Injectable()
export class CatalogueCheck {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns one line per violation, empty when all is well */
  async violations(): Promise<string[]> {
    const found: string[] = [];
    for (const rule of CATALOGUE_RULES) found.push(...(await this.check(rule)));
    return found;
  }

  private async check({ name, sql }: CatalogueRule): Promise<string[]> {
    const rows = await this.dataSource.query<Record<string, string>[]>(sql);
    return rows.map((row) => `${name}: ${Object.values(row).join(' ')}`);
  }
}
