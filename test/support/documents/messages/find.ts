import ts from 'typescript';
import { read, sourcesIn } from '../../../architecture/imports';

/** A text of the sources that people may read on the screen, with `…` for what is put in at run time. */
export interface Message {
	text: string;
	/** Such as `nodes/shared/values/text.ts`. */
	file: string;
}

/** Properties of a form: people read them there, and they are described on the nodes' pages. */
const FORM = new Set([
	...['displayName', 'name', 'action', 'placeholder', 'hint', 'subtitle', 'default', 'value', 'documentationUrl'],
	...['regex', 'url', 'path', 'multipleValueButtonText', 'eventTriggerDescription', 'activationMessage'],
]);

/** A description stands beside one of these in a form, and beside none of them in an error. */
const BESIDE = ['displayName', 'name', 'value', 'type'];

const HOLE = '…';

/** A message with more choices in it is listed with a hole in place of each. */
const MOST_VARIANTS = 6;

/** What is in a picture, the words of forms and events, and what a model reads: each is told on a page of its own. */
const ELSEWHERE = [
	...['/picture/', '/fields/', 'roster/usualWords.ts'],
	...['trigger/eventNames.ts', 'trigger/form.ts', 'AgentState/properties.ts', 'AgentState.node.ts'],
	'/descriptions.ts',
];

/** Every text that ships and that people may read when something happens. */
export const messagesIn = (files = sourcesIn('nodes', 'credentials')): Message[] =>
	messagesOf(
		files
			.filter((file) => !ELSEWHERE.some((part) => file.includes(part)))
			.map((file): [string, string] => [file, read(file)]),
	);

/** The same for sources by their names. */
export function messagesOf(texts: ReadonlyArray<readonly [file: string, text: string]>): Message[] {
	const sources = texts.map(([file, text]) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	const constants = new Map(sources.flatMap(constantsOf));
	return sources.flatMap((source) => textsOf(source, constants).map((text) => ({ text, file: source.fileName })));
}

type Constants = ReadonlyMap<string, ts.Expression>;

/** No top-level name stands in two files (test/architecture), so a name is enough to find what it stands for. */
const constantsOf = (source: ts.SourceFile): Array<[string, ts.Expression]> =>
	source.statements.flatMap((statement) =>
		ts.isVariableStatement(statement)
			? statement.declarationList.declarations.flatMap(({ name, initializer }): Array<[string, ts.Expression]> =>
					ts.isIdentifier(name) && initializer && isText(initializer) ? [[name.text, initializer]] : [],
				)
			: [],
	);

function textsOf(source: ts.SourceFile, constants: Constants): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (isElsewhere(node)) return;
		if (ts.isExpression(node) && isText(node)) {
			found.push(...variantsOf(node, constants).filter(isSentence));
			holesOf(node, constants).forEach(visit);
			return;
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

type Text = ts.StringLiteralLike | ts.TemplateExpression;
const isText = (node: ts.Node): node is Text => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

function isElsewhere(node: ts.Node): boolean {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
	if (ts.isTaggedTemplateExpression(node) || isWordList(node)) return true;
	if (ts.isNewExpression(node) && /^(?:RegExp|Set|Map)$/.test(node.expression.getText())) return true;
	return ts.isPropertyAssignment(node) && isOfForm(node);
}

function isOfForm(node: ts.PropertyAssignment): boolean {
	const name = node.name.getText();
	if (FORM.has(name)) return true;
	if (name !== 'description' || !ts.isObjectLiteralExpression(node.parent)) return false;
	return node.parent.properties.some((other) => BESIDE.includes(other.name?.getText() ?? ''));
}

/** Words to compare with, or a row of a table: an array of nothing but plain texts. */
const isWordList = (node: ts.Node): boolean =>
	ts.isArrayLiteralExpression(node) && node.elements.length > 1 && node.elements.every(ts.isStringLiteralLike);

/** Two words of which one begins with a small letter: labels, codes and words to compare with are not sentences. */
const isSentence = (text: string): boolean =>
	!isLabel(text) &&
	!text.startsWith('={{') &&
	/\p{L}{2,}\S*\s+\S*\p{L}{2,}|…\S*\s+\p{Ll}{2,}|^\p{Ll}{2,}:? …/u.test(text);

/** Such as "Agent Column", "A Row For" or "Twilio Event Streams". */
const isLabel = (text: string): boolean =>
	/^(?:[A-Z0-9(][\w()&-]*|…)(?: (?:[A-Z0-9(][\w()&-]*|…|of|for|by|and|or|if|at|in|to|the|an?))*$/.test(text);

function variantsOf(node: ts.Expression, constants: Constants): string[] {
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (ts.isParenthesizedExpression(node)) return variantsOf(node.expression, constants);
	if (ts.isConditionalExpression(node)) {
		return [...variantsOf(node.whenTrue, constants), ...variantsOf(node.whenFalse, constants)];
	}
	if (ts.isIdentifier(node)) {
		const constant = constants.get(node.text);
		return constant ? variantsOf(constant, constants) : [HOLE];
	}
	if (ts.isCallExpression(node)) return [node.expression.getText() === 'inQuotes' ? `"${HOLE}"` : HOLE];
	if (!ts.isTemplateExpression(node)) return [HOLE];
	let texts = [node.head.text];
	for (const { expression, literal } of node.templateSpans) {
		const parts = variantsOf(expression, constants);
		const chosen = texts.length * parts.length > MOST_VARIANTS ? [HOLE] : parts;
		texts = texts.flatMap((text) => chosen.map((part) => `${text}${part}${literal.text}`));
	}
	return texts;
}

/** The expressions in a text of which a message knows nothing: there may be other texts in them. */
function holesOf(node: ts.Expression, constants: Constants): ts.Node[] {
	if (!ts.isTemplateExpression(node)) return [];
	return node.templateSpans.flatMap(({ expression }) =>
		variantsOf(expression, constants).includes(HOLE) ? [expression] : [],
	);
}
