import { own } from '../own';
import { invalid } from './refusal';

/** Whether a document, such as a worker's attributes, passes an expression. */
export type Expression = (document: Record<string, unknown>) => boolean;

interface Token {
	kind: 'text' | 'number' | 'key' | 'sign';
	value: string;
}

type Operand = (document: Record<string, unknown>) => unknown;

const KEYWORD = 'AND|OR|HAS|IN|NOT|CONTAINS|true|false';
const TOKEN = new RegExp(
	[
		String.raw`(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")`,
		String.raw`(?<number>\d+(?:\.\d+)?|\.\d+)`,
		String.raw`(?<sign>(?:${KEYWORD})(?![\w.])|==|!=|>=|<=|[><()\[\],])`,
		String.raw`(?<key>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[\d+\])*)`,
	].join('|'),
	'suy',
);

type Scalar = string | number | boolean | null;

const isScalar = (value: unknown): value is Scalar => typeof value !== 'object' || value === null;

/** "Using scalar operators on Arrays results in `false`." */
const scalars = (compare: (left: Scalar, right: Scalar) => boolean) => (left: unknown, right: unknown) =>
	isScalar(left) && isScalar(right) && compare(left, right);

/** Values of two types have no order: "comparisons between different types should be avoided". */
const ordered = (compare: (sign: number) => boolean) =>
	scalars((left, right) => {
		if (typeof left === 'number' && typeof right === 'number') return compare(left - right);
		if (typeof left !== 'string' || typeof right !== 'string') return false;
		return compare(left === right ? 0 : left < right ? -1 : 1);
	});

const COMPARISONS: Record<string, (left: unknown, right: unknown) => boolean> = {
	'==': scalars((left, right) => left === right),
	'!=': scalars((left, right) => left !== right),
	'>': ordered((sign) => sign > 0),
	'>=': ordered((sign) => sign >= 0),
	'<': ordered((sign) => sign < 0),
	'<=': ordered((sign) => sign <= 0),
	CONTAINS: scalars((left, right) => left !== null && right !== null && String(left).includes(String(right))),
	HAS: (left, right) => Array.isArray(left) && isScalar(right) && left.includes(right),
	IN: (left, right) => isScalar(left) && Array.isArray(right) && right.includes(left),
	'NOT IN': (left, right) => isScalar(left) && Array.isArray(right) && !right.includes(left),
};

/**
 * Reads an expression as https://www.twilio.com/docs/taskrouter/expression-syntax describes it; throws 20001 for any
 * other. AND binds closer than OR. A key that the document lacks is NULL, which equals no constant.
 *
 * Not on that page, and decided here: in a string, a backslash takes the next character literally.
 */
export function parseExpression(source: string, name: string): Expression {
	const tokens = tokenize(source, name);
	let at = 0;
	const fail = () => {
		const found = tokens[at];
		return invalid(`${name} is not a valid expression: unexpected ${found ? found.value : 'end'}`);
	};
	const accept = (...signs: string[]): string | undefined => {
		const token = tokens[at];
		if (token?.kind !== 'sign' || !signs.includes(token.value)) return undefined;
		at += 1;
		return token.value;
	};
	const expect = (sign: string) => {
		if (accept(sign) === undefined) throw fail();
	};

	function disjunction(): Expression {
		const parts = [conjunction()];
		while (accept('OR')) parts.push(conjunction());
		return (document) => parts.some((passes) => passes(document));
	}

	function conjunction(): Expression {
		const parts = [term()];
		while (accept('AND')) parts.push(term());
		return (document) => parts.every((passes) => passes(document));
	}

	function term(): Expression {
		if (accept('(')) {
			const inner = disjunction();
			expect(')');
			return inner;
		}
		const left = operand();
		const sign = accept('NOT') ? `NOT ${accept('IN') ?? ''}` : accept(...Object.keys(COMPARISONS));
		const compare = own(COMPARISONS, sign);
		if (!compare) throw fail();
		const right = sign?.endsWith('IN') && accept('[') ? list() : operand();
		return (document) => compare(left(document), right(document));
	}

	function list(): Operand {
		const members = [constant()];
		while (accept(',')) members.push(constant());
		expect(']');
		return () => members;
	}

	function operand(): Operand {
		const token = tokens[at];
		if (token?.kind !== 'key') {
			const value = constant();
			return () => value;
		}
		at += 1;
		const path = token.value.split(/[.[\]]+/).filter((step) => step !== '');
		return (document) => path.reduce<unknown>(child, document);
	}

	function constant(): string | number | boolean {
		const word = accept('true', 'false');
		if (word) return word === 'true';
		const token = tokens[at];
		if (token?.kind !== 'text' && token?.kind !== 'number') throw fail();
		at += 1;
		if (token.kind === 'number') return Number(token.value);
		return token.value.slice(1, -1).replaceAll(/\\(.)/gsu, '$1');
	}

	const expression = disjunction();
	if (at < tokens.length) throw fail();
	return expression;
}

/** Arrays have indices only, objects their own keys only. */
function child(parent: unknown, step: string): unknown {
	if (typeof parent !== 'object' || parent === null) return null;
	if (Array.isArray(parent) && !/^\d+$/.test(step)) return null;
	return own(parent as Record<string, unknown>, step) ?? null;
}

function tokenize(source: string, name: string): Token[] {
	const tokens: Token[] = [];
	const space = /\s*/y;
	for (let at = 0; ;) {
		space.lastIndex = at;
		at += space.exec(source)?.[0].length ?? 0;
		if (at >= source.length) return tokens;
		TOKEN.lastIndex = at;
		const { groups = {} } = TOKEN.exec(source) ?? {};
		const [kind, value] = Object.entries(groups).find(([, text]: [string, string?]) => text !== undefined) ?? [];
		if (kind === undefined || value === undefined)
			throw invalid(`${name} is not a valid expression: unexpected ${source.slice(at, at + 10)}`);
		tokens.push({ kind: kind as Token['kind'], value });
		at += value.length;
	}
}
