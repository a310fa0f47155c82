import { leavesOutAccents, withoutAccents } from '../../../../nodes/shared/values/accents';

it.each([
	['Anna', 'anna'],
	['  Zoë  Ångström ', 'zoe angstrom'],
	['Łukasz Øđħŧı', 'lukasz odhti'],
	['Wójcik', 'wojcik'],
	['Ngô Thị', 'ngo thi'],
	['о́й', 'о́й'],
	['か\u3099', 'が'],
	['ł\u0301', 'l'],
	['\u0301a', '\u0301a'],
	['', ''],
])('%j is without accents %j', (name, plain) => expect(withoutAccents(name)).toBe(plain));

it.each([
	['wojcik', 'Wójcik'],
	['Wójcik', 'wojcik'],
	['Łukasz', 'lukasz'],
	['Ngo Thị', 'Ngô Thi'],
	['Anna', 'anna'],
	['', ''],
])('%s and %s differ in nothing but accents that one leaves out', (one, other) => {
	expect(leavesOutAccents(one, other)).toBe(true);
});

it.each([
	['Hùng', 'Hưng'],
	['Anna', 'Ann'],
	['Ann', 'Anna'],
	['Anna', 'Anne'],
	['о', 'о́'],
	['かき', 'がき'],
])('%s and %s are two names', (one, other) => expect(leavesOutAccents(one, other)).toBe(false));
