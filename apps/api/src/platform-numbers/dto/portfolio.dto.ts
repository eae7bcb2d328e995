import { ApiProperty } from '@nestjs/swagger';
import { toWireId } from '#libs/kernel';
import type { ListedPortfolio } from '#libs/phone-numbers';

/** A business portfolio at Meta; its numbers share one messaging limit. */
export class PortfolioDto {
  @ApiProperty({ example: 'ptf_01jb6000000000000000000000' })
  id: string;

  @ApiProperty({ description: "Meta's id", example: '902114387751200' })
  metaId: string;

  @ApiProperty({ example: 'City government' })
  name: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class PortfolioListDto {
  @ApiProperty({ type: [PortfolioDto] })
  data: readonly PortfolioDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null' })
  next: string | null;
}

export function toPortfolioListDto(portfolios: readonly ListedPortfolio[]): PortfolioListDto {
  const data = portfolios.map(({ id, metaPortfolioId, name, createdAt }) => ({
    id: toWireId('portfolio', id),
    metaId: metaPortfolioId,
    name,
    createdAt: createdAt.toISOString(),
  }));
  return { data, next: null };
}
