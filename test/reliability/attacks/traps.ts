import fc from 'fast-check';

/** Stands in most traps, so that it can be looked for where it must not be. */
export const CANARY = 'qx7';

/** Ways out of a path: plain, encoded, encoded twice, in other signs and as some servers read them. */
const PATHS = [
	...[
		'.',
		'..',
		'...',
		'../qx7',
		'../../qx7',
		'..\\qx7',
		'\\..\\qx7',
		'./qx7',
		'/qx7',
		'//qx7',
		'qx7/',
		'qx7/..',
		'qx7/.',
	],
	...['%2e%2e', '%2e%2e%2fqx7', '..%2fqx7', '..%5cqx7', '..%252fqx7', '%252e%252e%252fqx7', '%c0%ae%c0%ae%c0%afqx7'],
	...['..;', '..;/qx7', '/..;a=b/qx7', 'qx7;admin=true', '..%00/qx7', '%2e%2e;qx7', '.%2e', '%u002e%u002e%u2215qx7'],
];

/** The end of a header, of a line, or of a text. */
const ENDS = [
	...[
		'qx7\r\nX-Qx7: qx7',
		'qx7\nX-Qx7: qx7',
		'\rqx7',
		'qx7%0d%0aX-Qx7:%20qx7',
		'qx7\u560d\u560aX-Qx7: qx7',
		'qx7\u2028X-Qx7: qx7',
	],
	...['qx7\u0000', '\u0000', 'qx7%00.json', 'qx7\u0085qx7', 'qx7\u007f', '\tqx7', 'qx7\u000b', '\u001bqx7'],
];

/** The end of a path or of a host. */
const QUERIES = [
	'qx7#qx7',
	'qx7?qx7=1',
	'qx7&qx7=1',
	'qx7=1&Sid=qx7',
	'#qx7',
	'?qx7',
	'qx7@',
	'@qx7',
	':qx7',
	'qx7:80',
	'+qx7',
	'qx7%',
];

/** Signs that look like others, become others in a normal form, or cannot be seen. */
const LOOKALIKES = [
	...[
		'．．／qx7',
		'‥/qx7',
		'∕qx7',
		'⁄qx7',
		'／qx7',
		'⧸qx7',
		'＼qx7',
		'﹨qx7',
		'．．',
		'․․',
		'。。/qx7',
		'＃qx7',
		'？qx7',
		'＠qx7',
		'％2e％2e',
	],
	...[
		'qx7e\u0301',
		'qx7\u00e9',
		'\u212bqx7',
		'\ufb01qx7',
		'ＱＸ７',
		'q\u0445qx7',
		'ſqx7',
		'İqx7',
		'ıqx7',
		'ßqx7',
		'\u1e9bqx7',
	],
	...[
		'\u202eqx7',
		'qx7\u2066',
		'\u200fqx7',
		'qx\u200bqx7',
		'\ufeffqx7',
		'qx7\u00ad',
		'\u2060',
		'\u200b',
		'qx7\u{e0041}',
	],
	...['qx7\ud83d', '\udc00qx7', '\ud800', 'qx7\ufffe', 'qx7\uffff', '😀qx7', 'qx7\u0334\u0334\u0334'],
];

/** What a language, a template or a tool means something by. */
const WORDS = [
	...[
		'__proto__',
		'constructor',
		'prototype',
		'toString',
		'hasOwnProperty',
		'valueOf',
		'__proto__.qx7',
		'constructor[prototype]',
	],
	...[
		'null',
		'undefined',
		'NaN',
		'true',
		'[object Object]',
		'-1',
		'1e400',
		'0x10',
		'{agent}',
		'{worker}',
		'[qx7]',
		'$&qx7',
		'$1',
	],
	...[
		'${qx7}',
		'{{ qx7 }}',
		'%s%n',
		'"qx7',
		"'qx7",
		"qx7' OR 1=1 --",
		'qx7) OR (1==1',
		'"qx7" OR friendly_name CONTAINS "',
		'<qx7>',
		'`qx7`',
	],
	...['=qx7', '@qx7', '+qx7', '-qx7', '|qx7', ';qx7', '*', '**', '@me', '@self', '0003*'],
];

/** @param host which nobody may ask, as `127.0.0.1:4711` */
const hosts = (host: string): string[] => [
	...[
		`//${host}/qx7`,
		`http://${host}/qx7`,
		`\\\\${host}\\qx7`,
		`@${host}/qx7`,
		`qx7@${host}`,
		`http:${host}`,
		`/\\${host}/qx7`,
	],
	...[
		`https://${host}#@qx7`,
		`.${host}`,
		`:80@${host}`,
		`%2f%2f${host}%2fqx7`,
		`／／${host}／qx7`,
		`qx7\r\nHost: ${host}`,
	],
];

export const trapsWith = (host: string): string[] => [
	...[...PATHS, ...ENDS, ...QUERIES, ...LOOKALIKES, ...WORDS, ...hosts(host)],
	...['qx7'.repeat(700), '../'.repeat(300), '%25'.repeat(300)],
];

/** A trap, or two of them in one text. */
export function anyTrap(host: string): fc.Arbitrary<string> {
	const one = fc.constantFrom(...trapsWith(host));
	return fc.oneof(
		{ arbitrary: one, weight: 3 },
		{ arbitrary: fc.tuple(one, one).map(([before, after]) => before + after), weight: 1 },
		{ arbitrary: fc.string({ unit: 'binary' }).map((text) => text + CANARY), weight: 1 },
	);
}

/** Whether `npm run test:reliability` runs, which tries thousands of everything. */
export const isWhole = process.env.AGENT_STATE_RELIABILITY === 'whole';
