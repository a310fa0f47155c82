import { bodyProblem, ignore } from '../../../../nodes/shared/trigger/webhook';
import { FORM } from '../../../../nodes/shared/trigger/signature';

const problemOf = (body: string, mediaType: string) =>
	bodyProblem({ query: '', signature: undefined, rawBody: Buffer.from(body), mediaType });
const form = (fields: number) => Array(fields).fill('a=1').join('&');
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

it.each<[string, string, string, string | undefined]>([
	['an empty form', '', FORM, undefined],
	['a form of 1000 fields', form(1000), FORM, undefined],
	['a form of 1001 fields', form(1001), FORM, 'The form has more than 1000 fields'],
	['a form of brackets', nested(101), FORM, undefined],
	['a body of depth 100', nested(100), 'application/json', undefined],
	['a body of depth 101', nested(101), 'application/json', 'The body nests deeper than 100 levels'],
	['a body of depth 101 without a type', nested(101), '', 'The body nests deeper than 100 levels'],
	['a long text', form(1001), 'application/json', undefined],
])('of %s is wrong what no service sends', (_what, body, mediaType, problem) => {
	expect(problemOf(body, mediaType)).toBe(problem);
});

it('what a workflow does not wait for is answered in words', () => {
	expect(ignore()).toEqual({ webhookResponse: { message: 'No event that this workflow waits for' } });
});
