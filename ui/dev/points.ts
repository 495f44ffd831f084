/** Nothing to do with points, for what is about other things. */
import type { PaidPoints, QuotedLine, QuotedPoints, SaleLine } from "../src/api/generated";

export const noPoints: QuotedPoints = { available: 0, rewards: 0, money: null, payable: 0, earns: 0 };
export const nothingPaid: PaidPoints = { earned: 0, redeemed: 0, balance: 0 };
export const plainLine = { rewardPoints: 0, multiplier: 0, multipliedBy: "plain" } as const satisfies Partial<QuotedLine> & Partial<SaleLine>;
