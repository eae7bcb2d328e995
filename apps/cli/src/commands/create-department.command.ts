import { Command, Option } from 'nest-commander';
import { BelfryCommand } from '../belfry-command.js';
import { notEmpty } from '../option-values.js';
import { withProduct } from '../product.js';
import { Terminal } from '../terminal.js';

/** Adds a department to an agency. */
@Command({ name: 'create-department', description: 'Add a department, which may then hold API keys.' })
export class CreateDepartmentCommand extends BelfryCommand {
  constructor(private readonly terminal: Terminal) {
    super();
  }

  async run(_: string[], { agency, name }: { agency: string; name: string }): Promise<void> {
    const department = await withProduct(async (product) => {
      const [{ contextOfAgency }, { DepartmentsService }] = await Promise.all([
        import('../agency-lookup.js'),
        import('#libs/agencies'),
      ]);
      return product.get(DepartmentsService).create(await contextOfAgency(product, agency), { name });
    });
    const { toWireId } = await import('#libs/kernel');
    this.terminal.print(`Created department ${department.name}: ${toWireId('department', department.id)}`);
  }

  @Option({ flags: '--agency <slug>', description: 'slug of the agency', required: true })
  parseAgency(text: string): string {
    return notEmpty(text);
  }

  @Option({ flags: '--name <name>', description: 'name of the department', required: true })
  parseName(text: string): string {
    return text;
  }
}
