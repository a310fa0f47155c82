import fc from 'fast-check';
import { nameIs } from '../../../../nodes/Twilio/TaskRouter/expression';
import { unmarkedText } from '../../../../nodes/shared/values/formula';
import { fold } from '../../../../nodes/shared/values/text';
import { parseExpression } from '../../../../simulators/twilio/expression';

const finds = (name: string, worker: Record<string, unknown>) =>
	parseExpression(nameIs(name), 'TargetWorkersExpression')(worker);

const ALPHABETS = ['abcxyz', 'ABCXYZ', '0189._@', '-\' ()\\"', 'łóńßςσΣéñ', 'яйжЖ', 'りさ', 'e\u0301'];
const names = fc
	.array(fc.constantFrom(...ALPHABETS.flatMap((letters) => [...letters])), { minLength: 1, maxLength: 12 })
	.map((signs) => signs.join('').replace(/ +/g, ' ').trim())
	// An apostrophe before a formula is ours.
	.filter((name) => name !== '' && unmarkedText(name) === name);

describe('the expression for a name', () => {
	it('finds whoever has that name in whatever case', () => {
		fc.assert(
			fc.property(names, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (name, upper) => {
				const other = [...name]
					.map((sign, at) => (upper[at] ? sign.toUpperCase() : sign.toLowerCase()))
					.join('');
				// A name without two plain signs side by side is asked for in its usual spellings.
				fc.pre(fold(other) === fold(name) && /[a-z0-9]{2}/i.test(name.normalize('NFC')));
				for (const key of ['friendly_name', 'full_name', 'email']) {
					expect(finds(name, { [key]: other })).toBe(true);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it.each(['Jack Doe', 'Anna Nowak', 'Łucja', 'jane@doe', '—'])('leaves out nearly everyone else: %s', (name) => {
		const others = ['Jane Doe', 'Anna Kowalska', 'Łukasz Wójcik'].map((one) => ({ friendly_name: one }));

		expect(others.filter((worker) => finds(name, worker))).toEqual([]);
	});

	it('keeps numbered names apart where they have few letters', () => {
		const robots = Array.from({ length: 2000 }, (_, index) => ({ full_name: `robOT ${index}` }));

		expect(robots.filter((worker) => finds('Robot 1', worker))).toEqual([{ full_name: 'robOT 1' }]);
	});

	it.each([
		'Maria Fernanda Guadalupe de la Cruz y Santamaría (maria_40example_2Ecom)',
		'Agent 123456',
		'a@1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1 (b@1.1.1.1.1.1.1.1.1.1.1.1.1.1.1)',
		'@'.repeat(400),
	])('is short enough for an address: %s', (name) => {
		expect(encodeURIComponent(nameIs(name)).length).toBeLessThan(4000);
	});
});
