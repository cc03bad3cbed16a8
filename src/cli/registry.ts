import { ruleInfos } from '../rule-info.ts';
import type { RuleInfo } from '../types.ts';

export interface RegisteredRule {
  readonly id: string;
  readonly info: RuleInfo;
}

export const rules: readonly RegisteredRule[] = ruleInfos.map((info) => ({ id: info.id, info }));
