import { headingsOfAgents, keptBySystems, normalizedHeading } from '../../../../nodes/shared/values/headings';
import { foldedText, visibleText } from '../../../../nodes/shared/values/visibleText';
import { givenNumbers, rowNumbersOf } from '../../../../nodes/shared/values/rowNumbers';
import { isRecord } from '../../../../nodes/shared/values/record';

it('the columns that may name the agent, the likeliest first', () => {
	expect(headingsOfAgents.map((names) => names.join(' '))).toEqual([
		'agentid',
		'agentemail employeeemail staffemail useremail workeremail workemail emailaddress email mail emailid',
		'username userid user login loginid',
		'employee agentname employeename staff staffname staffmember teammember worker workername person associate rep advisor fullname mitarbeiter mitarbeiterin mitarbeitername pracownik agente empleado empleada nombre trabajador employe salarie collaborateur nom dipendente operatore medewerker funcionario colaborador nome naam imieinazwisko',
		'name',
		'employeeid employeenumber staffid staffnumber badge badgenumber personnelnumber personalnummer',
	]);
	expect([...keptBySystems]).toEqual(['rownumber', 'id', 'createdat', 'updatedat']);
});

it.each([
	['Agent-ID', 'agentid'],
	['agent_id :*?#', 'agentid'],
	['Employé', 'employe'],
	['Imię i nazwisko', 'imieinazwisko'],
	['E–Mail', 'email'],
	['\u200bName\u00a0', 'name'],
])('the heading %j is %s', (heading, normalized) => expect(normalizedHeading(heading)).toBe(normalized));

it.each<[unknown, string, string]>([
	[' a\u200b\u00adb ', 'ab', 'ab'],
	['A\t\u00a0 B', 'A B', 'a b'],
	['１２：００', '12:00', '12:00'],
	['Łódź Ø', 'Łódź Ø', 'lodz o'],
	['E\u0301', 'É', 'e'],
	[5, '5', '5'],
])('of %j people see "%s", which is compared as "%s"', (cell, visible, folded) => {
	expect(visibleText(cell)).toBe(visible);
	expect(foldedText(String(cell))).toBe(folded);
});

it.each<[unknown[], number[] | undefined, number[]]>([
	[
		[{ row_number: 2 }, { row_number: 5 }],
		[2, 5],
		[2, 5],
	],
	[[{ row_number: 2 }, { row_number: 2 }], undefined, [1, 2]],
	[[{ row_number: 2 }, {}], undefined, [1, 2]],
	[[{ row_number: '2' }, { row_number: 5 }], undefined, [1, 2]],
])('the rows of %j have the numbers %j, and are called %j', (items, given, called) => {
	const rows = items as Array<Record<string, unknown>>;
	expect(givenNumbers(rows)).toEqual(given);
	expect(rows.map((_, item) => rowNumbersOf(rows)(item))).toEqual(called);
});

it.each<[unknown, boolean]>([
	[{}, true],
	[{ a: 1 }, true],
	[[], false],
	[null, false],
	['a', false],
	[undefined, false],
])('%j is a record: %s', (value, is) => expect(isRecord(value)).toBe(is));
