import type { INodePropertyModeValidation } from 'n8n-workflow';

/**
 * The pack's own type of a mode's validation, which n8n passes over. Its own one, `regex`, is checked again before every
 * execution and given up after 250 ms of real time (n8n-workflow, safe-regex.ts): on a busy machine a workflow then fails
 * before its first node, with "Regular expression execution timed out".
 */
export const PATTERN = 'pattern';

export interface WholePattern {
	/** Without anchors: the whole text must match. */
	regex: string;
	/** What is wrong with a text that does not, after the name of the field. */
	errorMessage: string;
}

/** The pattern that texts of a mode must match, whether they are typed in or come from an expression. */
export const pattern = (properties: WholePattern): INodePropertyModeValidation => ({
	type: PATTERN,
	properties: { ...properties },
});
