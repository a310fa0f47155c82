import { foldedText } from './visibleText';

/** A heading without what makes no difference in it: case, accents, blanks, invisible characters, and signs between words. */
export const normalizedHeading = (name: string): string => foldedText(name).replace(/[\s_\-–:*?#]/g, '');

/** The agent, by how likely the column holds what the service knows: the first of them in a table is read. */
export const headingsOfAgents: ReadonlyArray<readonly string[]> = [
	['agentid'],
	[
		...[
			'agentemail',
			'employeeemail',
			'staffemail',
			'useremail',
			'workeremail',
			'workemail',
			'emailaddress',
			'email',
			'mail',
		],
		'emailid',
	],
	['username', 'userid', 'user', 'login', 'loginid'],
	[
		...[
			'employee',
			'agentname',
			'employeename',
			'staff',
			'staffname',
			'staffmember',
			'teammember',
			'worker',
			'workername',
		],
		...[
			'person',
			'associate',
			'rep',
			'advisor',
			'fullname',
			'mitarbeiter',
			'mitarbeiterin',
			'mitarbeitername',
			'pracownik',
		],
		...[
			'agente',
			'empleado',
			'empleada',
			'nombre',
			'trabajador',
			'employe',
			'salarie',
			'collaborateur',
			'nom',
			'dipendente',
		],
		...['operatore', 'medewerker', 'funcionario', 'colaborador', 'nome', 'naam', 'imieinazwisko'],
	],
	['name'],
	[
		'employeeid',
		'employeenumber',
		'staffid',
		'staffnumber',
		'badge',
		'badgenumber',
		'personnelnumber',
		'personalnummer',
	],
];

/** Columns that sheets and tables add themselves. */
export const keptBySystems: ReadonlySet<string> = new Set(['rownumber', 'id', 'createdat', 'updatedat']);
